package dev.accounts.testkit.contract.factor;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/**
 * How second factors protect accounts over the stores of any adapter: enrolment, login in two steps, recovery codes, passkeys and
 * re-authentication. The core makes the rules, but many of them hold only if the stores are atomic.
 */
public abstract class SecondFactorContract {

    /** For the test of an adapter. */
    protected SecondFactorContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * What verifies passkeys.
     *
     * @return a verifier for the answers of {@link PasskeyDevice}
     */
    protected PasskeyVerifier passkeyVerifier() {
        return PasskeyDevice.verifier();
    }

    private AccountsFixture fixture() {
        return new AccountsFixture(this::stores);
    }

    @Nested
    class Enrolment extends EnrolmentCases {
        Enrolment() {
            super(SecondFactorContract.this.fixture());
        }
    }

    @Nested
    class LoginInTwoSteps extends FactorLoginCases {
        LoginInTwoSteps() {
            super(SecondFactorContract.this.fixture());
        }
    }

    @Nested
    class FactorThrottle extends FactorThrottleCases {
        FactorThrottle() {
            super(SecondFactorContract.this.fixture());
        }
    }

    @Nested
    class RecoveryCodes extends RecoveryCodeCases {
        RecoveryCodes() {
            super(SecondFactorContract.this.fixture());
        }
    }

    @Nested
    class Reauthentication extends ReauthenticationCases {
        Reauthentication() {
            super(SecondFactorContract.this.fixture());
        }
    }

    @Nested
    class Removal extends FactorRemovalCases {
        Removal() {
            super(SecondFactorContract.this.fixture());
        }
    }

    @Nested
    class RequiredFactor extends RequiredFactorCases {
        RequiredFactor() {
            super(SecondFactorContract.this.fixture());
        }
    }

    @Nested
    class Passkeys extends PasskeyCases {
        Passkeys() {
            super(SecondFactorContract.this.fixture(), passkeyVerifier());
        }
    }

    @Nested
    class PasskeyUse extends PasskeyUseCases {
        PasskeyUse() {
            super(SecondFactorContract.this.fixture(), passkeyVerifier());
        }
    }

    @Nested
    class PasskeyLogins extends PasskeyLoginCases {
        PasskeyLogins() {
            super(SecondFactorContract.this.fixture(), passkeyVerifier());
        }
    }

    @Nested
    class Races extends FactorRaceCases {
        Races() {
            super(SecondFactorContract.this.fixture());
        }
    }
}
