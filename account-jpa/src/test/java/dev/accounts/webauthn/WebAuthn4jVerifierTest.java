package dev.accounts.webauthn;

import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.contract.factor.PasskeyVerifierContract;

class WebAuthn4jVerifierTest extends PasskeyVerifierContract {

    @Override
    protected PasskeyVerifier verifier() {
        return new WebAuthn4jVerifier();
    }
}
