package dev.accounts.testkit;

import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.contract.factor.PasskeyVerifierContract;

class DeviceVerifierTest extends PasskeyVerifierContract {

    @Override
    protected PasskeyVerifier verifier() {
        return PasskeyDevice.verifier();
    }
}
