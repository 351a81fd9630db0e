package dev.accounts.jpa.django;

import dev.accounts.jpa.internal.django.DjangoDatabase.Link;
import dev.accounts.jpa.internal.django.DjangoToken;
import dev.accounts.jpa.internal.django.ImportSql;
import dev.accounts.jpa.internal.django.LinkCopy;
import dev.accounts.model.TokenDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the accounts and tokens of a page, in the transaction of the page. */
record PageWriter(ImportContext context) {

    private static final String INSERT_TOKEN = "insert into account_token (digest, user_id, label, created_at,"
            + " last_used_at, expires_at) values (?, ?, 'imported', ?, ?, ?)";

    private static final Map<String, String> LINK_TABLES =
            Map.of(AccountRow.GROUPS, "group", AccountRow.PERMISSIONS, "permission", AccountRow.TOWNS, "town");

    /** Takes the addresses of accounts away, so that others can have them. */
    void takeAddresses(Map<Long, Boolean> activeById) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        activeById.forEach((id, active) -> rows.add(new Object[] {active, id}));
        accounts()
                .batch(
                        "update account_user set email = '', email_key = null, email_verified = false, is_active = ?,"
                                + " version = version + 1 where id = ?",
                        rows);
    }

    /**
     * Makes accounts what they are in Django, unless they changed here since they were read: the page is then repeated.
     * Their one-time links end, as they do after a change here.
     */
    void update(Collection<AcceptedUser> changed, PageHere here) throws SQLException {
        List<@Nullable Object[]> ids = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AcceptedUser user : changed) {
            List<@Nullable Object> values = new ArrayList<>(user.values().values());
            values.add(user.id());
            values.add(here.row(user.id()).version());
            rows.add(values.toArray());
            ids.add(new Object[] {user.id()});
        }
        accounts().batch("update account_user set email_key = null where id = ?", ids);
        accounts().batchOfExisting(AcceptedUser.UPDATE, rows);
        accounts().batch("delete from account_one_time_token where user_id = ?", ids);
        for (String table : LINK_TABLES.values()) {
            accounts().batch("delete from account_user_" + table + " where user_id = ?", ids);
        }
    }

    void insert(Collection<AcceptedUser> accepted) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AcceptedUser user : accepted) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(user.id());
            values.addAll(user.values().values());
            rows.add(values.toArray());
        }
        accounts().batch(AcceptedUser.INSERT, rows);
    }

    /** Inserts links, by the ids of the users and the names of Django's fields. */
    void insertLinks(Map<Long, Map<String, Set<Long>>> links) throws SQLException {
        for (Map.Entry<String, String> table : LINK_TABLES.entrySet()) {
            LinkCopy copy = new LinkCopy(accounts(), "user", table.getValue());
            for (Map.Entry<Long, Map<String, Set<Long>>> user : links.entrySet()) {
                for (long other : user.getValue().getOrDefault(table.getKey(), Set.of())) {
                    copy.add(new Link(user.getKey(), other));
                }
            }
            copy.finish();
        }
    }

    void insertTokens(List<DjangoToken> tokens) throws SQLException {
        Instant now = context.occasion().now();
        Instant end = now.plus(context.settings().tokenLifetime());
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> remembered = new ArrayList<>();
        for (DjangoToken token : tokens) {
            String digest = TokenScreening.digest(token);
            Instant created = token.createdAt().instant().orElse(now);
            rows.add(new Object[] {TokenDigest.ofHex(digest).bytes(), token.userId(), created, now, end});
            remembered.add(new Object[] {digest, token.userId()});
        }
        accounts().batch(INSERT_TOKEN, rows);
        new ImportMemory(accounts()).rememberTokens(remembered);
    }

    void endTokens(List<String> digests) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        digests.forEach(
                digest -> rows.add(new Object[] {TokenDigest.ofHex(digest).bytes()}));
        accounts().batch("delete from account_token where digest = ?", rows);
        new ImportMemory(accounts()).forgetTokens(digests);
    }

    private ImportSql accounts() {
        return context.accounts();
    }
}
