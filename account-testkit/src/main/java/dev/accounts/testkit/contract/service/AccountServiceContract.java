package dev.accounts.testkit.contract.service;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/**
 * What {@link dev.accounts.service.AccountService} guarantees over the stores of any adapter. The core makes the rules, but
 * many of them hold only if the stores are atomic.
 */
public abstract class AccountServiceContract {

    /** For the test of an adapter. */
    protected AccountServiceContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * Makes a user inactive directly in the database of the adapter's tests; the user's tokens stay.
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
