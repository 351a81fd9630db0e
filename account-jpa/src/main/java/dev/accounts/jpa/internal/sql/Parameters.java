package dev.accounts.jpa.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;

/** The parameters of a list in plain SQL. */
public final class Parameters {

    private Parameters() {}

    /** Returns what stands between the brackets of {@code in ()}. */
    public static String of(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** Sets parameters one after the other; returns the number of the next. */
    public static int set(PreparedStatement statement, int first, Collection<?> values) throws SQLException {
        int next = first;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }
}
