package dev.accounts.jpa;

import dev.accounts.jpa.DjangoDatabase.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts what belongs to owners, who come one after the other; of links that have become equal only one. Not thread-safe.
 */
final class LinkCopy {

    private static final int BATCH = 500;

    private final ImportSql accounts;
    private final String insert;
    private final Set<Link> waiting = new LinkedHashSet<>();
    private long owner;

    /** The statement takes both ids, and inserts nothing if one of them does not exist. */
    LinkCopy(ImportSql accounts, String insert) {
        this.accounts = accounts;
        this.insert = insert;
    }

    void add(Link link) throws SQLException {
        if (link.owner() != owner && waiting.size() >= BATCH) {
            finish();
        }
        owner = link.owner();
        waiting.add(link);
    }

    void finish() throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Link link : waiting) {
            rows.add(new Object[] {link.owner(), link.owned()});
        }
        accounts.batch(insert, rows);
        waiting.clear();
    }
}
