package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.internal.django.ImportSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which accounts hold the ids, names and addresses that some candidates want. Not thread-safe. */
final class TakenKeys {

    private static final String SELECT = "select id, username_key, email_key from account_user where ";

    private final Map<Long, String> nameKeys = new HashMap<>();
    private final Map<String, Long> byName = new HashMap<>();
    private final Map<String, Long> byEmail = new HashMap<>();

    /** Reads the keys that are taken in the account tables. */
    static TakenKeys read(ImportSql accounts, List<ImportCandidate> candidates) throws SQLException {
        TakenKeys taken = new TakenKeys();
        List<Long> ids = candidates.stream().map(ImportCandidate::id).toList();
        List<String> names =
                candidates.stream().flatMap(one -> one.nameKey().stream()).toList();
        List<String> emails =
                candidates.stream().flatMap(one -> one.emailKey().stream()).toList();
        accounts.forEachIn(SELECT + "id in", ids, taken::add);
        accounts.forEachIn(SELECT + "username_key in", names, taken::add);
        accounts.forEachIn(SELECT + "email_key in", emails, taken::add);
        return taken;
    }

    private void add(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String nameKey = row.getString(2);
        nameKeys.put(id, nameKey);
        byName.put(nameKey, id);
        Optional.ofNullable(row.getString(3)).ifPresent(emailKey -> byEmail.put(emailKey, id));
    }

    /** Adds the names and addresses that candidates want and that a dry run gave to users of earlier pages. */
    void addEarlier(TakenKeys earlier, List<ImportCandidate> candidates) {
        for (ImportCandidate candidate : candidates) {
            candidate
                    .nameKey()
                    .ifPresent(key -> earlier.holderOfName(key).ifPresent(id -> byName.putIfAbsent(key, id)));
            candidate
                    .emailKey()
                    .ifPresent(key -> earlier.holderOfEmail(key).ifPresent(id -> byEmail.putIfAbsent(key, id)));
        }
    }

    /** Adds the name and the address of a user that a dry run accepts. */
    void take(AcceptedUser accepted) {
        takeName(accepted.name(), accepted.id());
        accepted.email().ifPresent(email -> takeEmail(email.key(), accepted.id()));
    }

    void takeName(Name name, long userId) {
        byName.putIfAbsent(name.key(), userId);
    }

    void takeEmail(String key, long userId) {
        byEmail.put(key, userId);
    }

    /** Forgets the address of an account that is about to get another. */
    void releaseEmail(long userId) {
        byEmail.values().removeIf(id -> id == userId);
    }

    /** Returns the folded name of the account that has an id. */
    Optional<String> nameKeyOf(long userId) {
        return Optional.ofNullable(nameKeys.get(userId));
    }

    Optional<Long> holderOfName(String key) {
        return Optional.ofNullable(byName.get(key));
    }

    Optional<Long> holderOfEmail(String key) {
        return Optional.ofNullable(byEmail.get(key));
    }
}
