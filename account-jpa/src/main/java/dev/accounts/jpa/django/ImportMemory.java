package dev.accounts.jpa.django;

import dev.accounts.jpa.internal.django.ImportSql;
import dev.accounts.jpa.internal.transaction.UtcTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what imports copied: of each user two digests, of each token the digest. So another run can tell on which side
 * something changed since.
 *
 * @param accounts the database with the memory
 */
record ImportMemory(ImportSql accounts) {

    private static final String SELECT_TOKENS = "select digest, user_id from account_import_token where user_id in";

    /**
     * What is remembered of a user.
     *
     * @param source the digest of the user in Django
     * @param here the digest of the account after the import
     * @param copiedAt when the run began that copied the user last
     */
    record Remembered(String source, String here, Instant copiedAt) {}

    Map<Long, Remembered> users(Collection<Long> ids) throws SQLException {
        Map<Long, Remembered> users = new HashMap<>();
        accounts.forEachIn(
                "select user_id, source_state, state_here, copied_at from account_import where user_id in",
                ids,
                row -> users.put(
                        row.getLong(1),
                        new Remembered(
                                row.getString(2),
                                row.getString(3),
                                UtcTime.in(row, 4).orElseThrow())));
        return users;
    }

    /** Returns whether any user is remembered. */
    boolean isPresent() throws SQLException {
        return accounts.list("select count(*) from account_import", row -> row.getLong(1))
                        .get(0)
                > 0;
    }

    /** Returns the remembered users with ids behind the first and up to the last, in order. */
    List<Long> usersBetween(long after, long last) throws SQLException {
        return accounts.list(
                "select user_id from account_import where user_id > ? and user_id <= ? order by user_id",
                row -> row.getLong(1),
                after,
                last);
    }

    /** Returns the owners of remembered tokens, by the digests. */
    Map<String, Long> tokens(Collection<Long> userIds) throws SQLException {
        Map<String, Long> owners = new HashMap<>();
        accounts.forEachIn(SELECT_TOKENS, userIds, row -> owners.put(row.getString(1), row.getLong(2)));
        return owners;
    }

    /** Remembers accounts as they are now, with the digests that they have in Django. */
    void remember(Map<Long, String> sources, Instant now) throws SQLException {
        List<@Nullable Object[]> forgotten = new ArrayList<>();
        List<@Nullable Object[]> remembered = new ArrayList<>();
        AccountRow.read(accounts, sources.keySet()).forEach((id, row) -> {
            forgotten.add(new Object[] {id});
            remembered.add(new Object[] {id, sources.get(id), row.state(), now});
        });
        accounts.batch("delete from account_import where user_id = ?", forgotten);
        accounts.batch(
                "insert into account_import (user_id, source_state, state_here, copied_at) values (?, ?, ?, ?)",
                remembered);
    }

    void rememberTokens(List<@Nullable Object[]> digestsAndOwners) throws SQLException {
        accounts.batch("insert into account_import_token (digest, user_id) values (?, ?)", digestsAndOwners);
    }

    void forgetTokens(Collection<String> digests) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        digests.forEach(digest -> rows.add(new Object[] {digest}));
        accounts.batch("delete from account_import_token where digest = ?", rows);
    }
}
