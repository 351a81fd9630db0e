package dev.accounts.testkit.contract.life;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/**
 * What becomes of an account after its registration, over the stores of any adapter: sessions, passwords, addresses, names,
 * messages, and leaving. The rules are those of the core, but many of them are only as good as the atomicity of the stores.
 *
 * <p>One group takes the superuser flag from everybody else in the stores, so that no other test may use them at the same time.
 */
public abstract class AccountLifeContract {

    /** For the test of an adapter. */
    protected AccountLifeContract() {}

    /**
     * The stores under test. It is called many times in a test; the stores it answers with are over the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    private AccountsFixture fixture() {
        return new AccountsFixture(this::stores);
    }

    @Nested
    class SessionList extends SessionCases {
        SessionList() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class PasswordChange extends PasswordChangeCases {
        PasswordChange() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class PasswordConfirm extends PasswordConfirmCases {
        PasswordConfirm() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class ResetRequest extends ResetRequestCases {
        ResetRequest() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class Reset extends ResetCases {
        Reset() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class ResetLink extends ResetLinkCases {
        ResetLink() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class EmailChange extends EmailChangeCases {
        EmailChange() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class EmailPending extends EmailPendingCases {
        EmailPending() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class EmailRace extends EmailRaceCases {
        EmailRace() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class EmailVerification extends EmailVerificationCases {
        EmailVerification() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class EmailLogin extends EmailLoginCases {
        EmailLogin() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class Username extends UsernameCases {
        Username() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class Overtaken extends OvertakenCases {
        Overtaken() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class Leaving extends LeavingCases {
        Leaving() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class LastSuperuser extends LastSuperuserCases {
        LastSuperuser() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class Export extends ExportCases {
        Export() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class Message extends MessageCases {
        Message() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class MessageWorker extends MessageWorkerCases {
        MessageWorker() {
            super(AccountLifeContract.this.fixture());
        }
    }

    @Nested
    class PromptDelivery extends PromptDeliveryCases {
        PromptDelivery() {
            super(AccountLifeContract.this.fixture());
        }
    }
}
