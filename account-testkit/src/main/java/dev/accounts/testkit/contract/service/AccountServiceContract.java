package dev.accounts.testkit.contract.service;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/**
 * What {@link dev.accounts.service.AccountService} guarantees, over the stores of any adapter: the rules are those of the core, but
 * many of them are only as good as the atomicity of the stores.
 */
public abstract class AccountServiceContract {

    /** For the test of an adapter. */
    protected AccountServiceContract() {}

    /**
     * The stores under test. It is called many times in a test; the stores it answers with are over the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * Makes a user inactive, by whatever means the adapter's tests have.
     *
     * @param userId a user of the stores
     */
    protected abstract void deactivate(long userId);

    private AccountsFixture fixture() {
        return new AccountsFixture(this::stores, this::deactivate);
    }

    @Nested
    class Register extends RegisterCases {
        Register() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class RegisterRefuses extends RegisterRefusalCases {
        RegisterRefuses() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class RegisterTells extends RegisterIdentityCases {
        RegisterTells() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class Login extends LoginCases {
        Login() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class LoginRefuses extends LoginRefusalCases {
        LoginRefuses() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class Logout extends LogoutCases {
        Logout() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class Me extends MeCases {
        Me() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class GetUser extends GetUserCases {
        GetUser() {
            super(AccountServiceContract.this.fixture());
        }
    }

    @Nested
    class TownList extends TownsCases {
        TownList() {
            super(AccountServiceContract.this.fixture());
        }
    }
}
