package dev.accounts.example.quarkus;

import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.contract.factor.PasskeyVerifierContract;
import dev.accounts.webauthn.WebAuthn4jVerifier;
import io.quarkus.test.junit.QuarkusTest;

/** The libraries that Quarkus chooses verify passkeys. */
@QuarkusTest
class PasskeysTest extends PasskeyVerifierContract {

    @Override
    protected PasskeyVerifier verifier() {
        return new WebAuthn4jVerifier();
    }
}
