package dev.accounts.jpa.django;

import java.sql.SQLException;
import java.time.Instant;

/**
 * What the parts of one import share.
 *
 * @param settings what is wanted
 * @param django where accounts come from
 * @param accounts where they go
 * @param log what becomes of them
 * @param occasion when and how
 */
record ImportContext(
        ImportSettings settings, DjangoDatabase django, ImportSql accounts, ImportLog log, Occasion occasion) {

    /**
     * When and how an import happens.
     *
     * @param now the time of it
     * @param dry whether nothing is written
     */
    record Occasion(Instant now, boolean dry) {}

    boolean dry() {
        return occasion.dry();
    }

    /** Begins a batch: PostgreSQL would keep plans from when the tables were empty, and read them as a whole each time. */
    void beginBatch() throws SQLException {
        if (accounts.product().equals("postgresql")) {
            accounts.execute("set local plan_cache_mode = force_custom_plan");
        }
    }

    /** Ends a batch. */
    void endBatch() throws SQLException {
        if (dry()) {
            accounts.rollback();
        } else {
            accounts.commit();
        }
    }
}
