package dev.accounts.jpa.django;

import dev.accounts.jpa.internal.django.DjangoDatabase;
import dev.accounts.jpa.internal.django.ImportSql;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What the parts of one import share.
 *
 * @param settings the host's settings
 * @param django the source of the accounts
 * @param accounts the database to import into
 * @param log records what becomes of everything
 * @param occasion when and how the import runs
 */
record ImportContext(
        ImportSettings settings, DjangoDatabase django, ImportSql accounts, ImportLog log, Occasion occasion) {

    /**
     * When and how an import runs.
     *
     * @param now the current time
     * @param mode what the import may write
     */
    record Occasion(Instant now, Mode mode) {}

    /** What an import may write. */
    enum Mode {
        /** Nothing. */
        DRY_RUN,
        /** What is not here yet. */
        ADD,
        /** What is not here yet, and what changed in Django and not here. */
        CATCH_UP
    }

    boolean dry() {
        return occasion.mode() == Mode.DRY_RUN;
    }

    boolean catchesUp() {
        return occasion.mode() == Mode.CATCH_UP;
    }

    /**
     * Begins a batch. Makes PostgreSQL plan each statement anew: plans from when the tables were empty would scan whole
     * tables each time.
     */
    void beginBatch() throws SQLException {
        if (accounts.product().equals("postgresql")) {
            accounts.execute("set local plan_cache_mode = force_custom_plan");
        }
    }

    /** Ends a batch: commits it, or rolls it back in a dry run. */
    void endBatch() throws SQLException {
        if (dry()) {
            accounts.rollback();
        } else {
            accounts.commit();
        }
    }
}
