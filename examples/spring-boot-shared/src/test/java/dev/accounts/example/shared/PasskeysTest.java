package dev.accounts.example.shared;

import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.contract.factor.PasskeyVerifierContract;
import dev.accounts.webauthn.WebAuthn4jVerifier;

/** The libraries that Spring Boot chooses verify passkeys. */
class PasskeysTest extends PasskeyVerifierContract {

    @Override
    protected PasskeyVerifier verifier() {
        return new WebAuthn4jVerifier();
    }
}
