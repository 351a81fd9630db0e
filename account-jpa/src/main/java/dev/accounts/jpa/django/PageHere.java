package dev.accounts.jpa.django;

import dev.accounts.jpa.django.ImportMemory.Remembered;
import dev.accounts.jpa.internal.django.ImportSql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is here of the users of a page.
 *
 * @param taken the names and addresses that are taken
 * @param memory what earlier imports copied
 * @param rows the accounts that earlier imports copied
 */
record PageHere(TakenKeys taken, Map<Long, Remembered> memory, Map<Long, AccountRow> rows) {

    static PageHere read(ImportSql accounts, List<ImportCandidate> candidates) throws SQLException {
        TakenKeys taken = TakenKeys.read(accounts, candidates);
        List<Long> present = candidates.stream()
                .map(ImportCandidate::id)
                .filter(id -> taken.nameKeyOf(id).isPresent())
                .toList();
        Map<Long, Remembered> memory = new ImportMemory(accounts).users(present);
        return new PageHere(taken, memory, AccountRow.read(accounts, memory.keySet()));
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
