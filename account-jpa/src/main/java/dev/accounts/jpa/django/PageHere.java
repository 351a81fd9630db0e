package dev.accounts.jpa.django;

import dev.accounts.jpa.django.ImportMemory.Remembered;
import dev.accounts.jpa.internal.django.ImportSql;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is here of the users of a page.
 *
 * @param taken the names and addresses that are taken
 * @param memory what earlier imports copied
 * @param rows the accounts that earlier imports copied
 * @param deleted the ids of accounts that were deleted here, as far as the audit table has them
 */
record PageHere(TakenKeys taken, Map<Long, Remembered> memory, Map<Long, AccountRow> rows, Set<Long> deleted) {

    private static final String SELECT_DELETED =
            "select distinct user_id from account_audit where event = 'deleted' and user_id in";

    static PageHere read(ImportSql accounts, List<ImportCandidate> candidates) throws SQLException {
        TakenKeys taken = TakenKeys.read(accounts, candidates);
        List<Long> present = candidates.stream()
                .map(ImportCandidate::id)
                .filter(id -> taken.nameKeyOf(id).isPresent())
                .toList();
        Map<Long, Remembered> memory = new ImportMemory(accounts).users(present);
        Set<Long> deleted = new HashSet<>();
        List<Long> absent = candidates.stream()
                .map(ImportCandidate::id)
                .filter(id -> taken.nameKeyOf(id).isEmpty())
                .toList();
        accounts.forEachIn(SELECT_DELETED, absent, row -> deleted.add(row.getLong(1)));
        return new PageHere(taken, memory, AccountRow.read(accounts, memory.keySet()), deleted);
    }

    /**
     * Returns what is remembered of a user; empty if the account is that of another person, whom an import from another
     * application brought: their names and times differ.
     */
    Optional<Remembered> remembered(ImportCandidate candidate) {
        return Optional.ofNullable(memory.get(candidate.id())).filter(any -> {
            AccountRow row = row(candidate.id());
            return candidate.isKnownAs(row.value("username_key"))
                    || candidate
                            .user()
                            .dateJoined()
                            .instant()
                            .filter(time -> time.toString().equals(row.value("date_joined")))
                            .isPresent();
        });
    }

    AccountRow row(long id) {
        return Optional.ofNullable(rows.get(id)).orElseThrow();
    }
}
