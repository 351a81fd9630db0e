package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.TownStore} guarantees. */
public abstract class TownStoreContract {

    /** For the test of an adapter. */
    protected TownStoreContract() {}

    /**
     * The stores under test. It is called many times in a test; the stores it answers with are over the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    @Nested
    class Insert extends TownInsertCases {
        Insert() {
            super(TownStoreContract.this::stores);
        }
    }

    @Nested
    class FindAndList extends TownListCases {
        FindAndList() {
            super(TownStoreContract.this::stores);
        }
    }
}
