package dev.accounts.testkit.contract.protection;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/**
 * How the system protects accounts over the stores of any adapter: it throttles guesses, reports changes as events, and removes
 * old data.
 */
public abstract class AccountProtectionContract {

    /** For the test of an adapter. */
    protected AccountProtectionContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * The audit table over the same data; it takes part in the same units of work.
     *
     * @return the store of audit entries
     */
    protected abstract AuditStore audit();

    private AccountsFixture fixture() {
        return new AccountsFixture(this::stores);
    }

    @Nested
    class Throttle extends ThrottleCases {
        Throttle() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class ThrottleOnEveryWay extends ThrottleWayCases {
        ThrottleOnEveryWay() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class ThrottleOfSources extends ThrottleSourceCases {
        ThrottleOfSources() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class LimitsOfSources extends SourceLimitCases {
        LimitsOfSources() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class NewSources extends NewSourceCases {
        NewSources() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class AccessOfOwners extends OwnerAccessCases {
        AccessOfOwners() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class ThrottleInRaces extends ThrottleRaceCases {
        ThrottleInRaces() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class EventsOfOwners extends OwnerEventCases {
        EventsOfOwners() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class EventsOfStaff extends StaffEventCases {
        EventsOfStaff() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class EventsOfRefusals extends RefusalEventCases {
        EventsOfRefusals() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class ListenerInTransaction extends InsideListenerCases {
        ListenerInTransaction() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class ListenerAfterCommit extends AfterListenerCases {
        ListenerAfterCommit() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class Audit extends AuditCases {
        Audit() {
            super(AccountProtectionContract.this.fixture(), AccountProtectionContract.this::audit);
        }
    }

    @Nested
    class AuditOfActing extends ActingAuditCases {
        AuditOfActing() {
            super(AccountProtectionContract.this.fixture(), AccountProtectionContract.this::audit);
        }
    }

    @Nested
    class EmailChangeLimit extends EmailChangeLimitCases {
        EmailChangeLimit() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class LeavingTrace extends LeavingTraceCases {
        LeavingTrace() {
            super(AccountProtectionContract.this.fixture());
        }
    }

    @Nested
    class Maintenance extends MaintenanceCases {
        Maintenance() {
            super(AccountProtectionContract.this.fixture());
        }
    }
}
