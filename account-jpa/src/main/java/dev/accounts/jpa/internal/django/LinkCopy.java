package dev.accounts.jpa.internal.django;

import dev.accounts.jpa.internal.django.DjangoDatabase.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the links of owners, who come one after the other. It inserts equal links once, and skips links to rows that
 * do not exist. Not thread-safe.
 */
public final class LinkCopy {

    private static final int BATCH = 500;

    private final ImportSql accounts;
    private final String ownedTable;
    private final String insert;
    private final Set<Link> waiting = new LinkedHashSet<>();
    private long owner;

    /**
     * Creates a copy of links, such as those between {@code "user"} and {@code "town"}: the names of tables and columns
     * contain both words.
     */
    public LinkCopy(ImportSql accounts, String owner, String owned) {
        this.accounts = accounts;
        this.ownedTable = "account_" + owned;
        this.insert =
                "insert into account_" + owner + "_" + owned + " (" + owner + "_id, " + owned + "_id) values (?, ?)";
    }

    public void add(Link link) throws SQLException {
        if (link.owner() != owner && waiting.size() >= BATCH) {
            finish();
        }
        owner = link.owner();
        waiting.add(link);
    }

    public void finish() throws SQLException {
        Set<Long> wanted = new HashSet<>();
        waiting.forEach(link -> wanted.add(link.owned()));
        Set<Long> existing = new HashSet<>();
        accounts.forEachIn(
                "select id from " + ownedTable + " where id in", wanted, row -> existing.add(row.getLong(1)));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Link link : waiting) {
            if (existing.contains(link.owned())) {
                rows.add(new Object[] {link.owner(), link.owned()});
            }
        }
        accounts.batch(insert, rows);
        waiting.clear();
    }
}
