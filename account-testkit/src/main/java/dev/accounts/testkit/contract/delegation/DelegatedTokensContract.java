package dev.accounts.testkit.contract.delegation;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/** How personal tokens, and those by which staff act as a user, are issued, judged and revoked over the stores of any adapter. */
public abstract class DelegatedTokensContract {

    /** For the test of an adapter. */
    protected DelegatedTokensContract() {}

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
    class Personal extends PersonalTokenCases {
        Personal() {
            super(DelegatedTokensContract.this.fixture());
        }
    }

    @Nested
    class Acting extends ActingCases {
        Acting() {
            super(DelegatedTokensContract.this.fixture());
        }
    }

    @Nested
    class Races extends DelegationRaceCases {
        Races() {
            super(DelegatedTokensContract.this.fixture());
        }
    }

    @Nested
    class Stored extends DelegatedStoreCases {
        Stored() {
            super(DelegatedTokensContract.this::stores);
        }
    }
}
