package dev.accounts.jpa.internal.django;

import dev.accounts.jpa.internal.transaction.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Reads columns in the forms in which different databases store Django's values. */
public record DjangoRow(ResultSet row) {

    String text(int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    int number(int column, int ifNull) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? ifNull : number;
    }

    /** Reads a time in UTC, cut to microseconds; SQLite stores it as text. */
    Optional<Instant> time(int column) throws SQLException {
        Optional<Instant> time =
                row.getObject(column) instanceof String text ? Optional.of(parse(text)) : UtcTime.in(row, column);
        return time.map(exact -> exact.truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant parse(String text) throws SQLException {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new SQLException("not a time in UTC: " + text, e);
        }
    }
}
