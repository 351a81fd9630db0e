package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportMemory.Remembered;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds imported users whom Django has no more, and deletes them here in a run that catches up. */
record DeletedUsers(ImportContext context) {

    /** Looks at the ids behind the first and up to the last, of which Django has some. */
    void between(long after, long last, Set<Long> inDjango, ImportLog log) throws SQLException {
        ImportMemory memory = new ImportMemory(context.accounts());
        List<Long> deleted = memory.usersBetween(after, last).stream()
                .filter(id -> !inDjango.contains(id))
                .toList();
        Map<Long, Remembered> remembered = memory.users(deleted);
        List<@Nullable Object[]> unchanged = new ArrayList<>();
        AccountRow.read(context.accounts(), deleted).forEach((id, row) -> {
            Remembered then = remembered.get(id);
            boolean changedHere = then == null || !then.here().equals(row.state());
            log.find(changedHere ? Kind.CHANGED_HERE : Kind.DELETED_IN_DJANGO, id, text(changedHere));
            if (!changedHere) {
                unchanged.add(new Object[] {id});
            }
        });
        if (context.catchesUp()) {
            context.accounts().batch("delete from account_user where id = ?", unchanged);
        }
    }

    private String text(boolean changedHere) {
        if (changedHere) {
            return "deleted in Django, but stays here, because the account has changed here since the import";
        }
        return context.catchesUp()
                ? "deleted here, too, because it was deleted in Django"
                : "deleted in Django since the import; catchUp deletes it here, too";
    }
}
