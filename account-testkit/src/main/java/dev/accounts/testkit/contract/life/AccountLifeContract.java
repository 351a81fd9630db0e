package dev.accounts.testkit.contract.life;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/**
 * What happens to an account after its registration, over the stores of any adapter: sessions, passwords, addresses, names,
 * profiles, messages, export and deletion. The core makes the rules, but many of them hold only if the stores are atomic.
 *
 * <p>One group demotes all other superusers of the stores, so no other test may use the stores at the same time.
 */
public abstract class AccountLifeContract {

    /** For the test of an adapter. */
    protected AccountLifeContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
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
    class Profile extends ProfileCases {
        Profile() {
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
    class UsernameReset extends UsernameResetCases {
        UsernameReset() {
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
