package dev.accounts.jpa.internal.django;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A time as Django stores it.
 *
 * @param instant the instant, cut to microseconds; empty if the column is null, or holds no time that Django knows
 * @param unreadable whether the column holds something that is no such time
 */
public record DjangoTime(Optional<Instant> instant, boolean unreadable) {

    /** The first and the last year of Python's times. */
    private static final int FIRST_YEAR = 1;

    private static final int LAST_YEAR = 9999;

    private static final DjangoTime MISSING = new DjangoTime(Optional.empty(), false);
    private static final DjangoTime UNREADABLE = new DjangoTime(Optional.empty(), true);

    /**
     * Reads a column.
     *
     * @param zone the zone of times without one, as MariaDB, MySQL and SQLite store them; SQLite stores them as text
     */
    static DjangoTime read(ResultSet row, int column, ZoneId zone) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return MISSING;
        }
        try {
            OffsetDateTime time = value instanceof String text ? parse(text, zone) : typed(row, column, zone);
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
                    ? UNREADABLE
                    : new DjangoTime(Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS)), false);
        } catch (DateTimeException e) {
            return UNREADABLE;
        }
    }

    private static OffsetDateTime typed(ResultSet row, int column, ZoneId zone) throws SQLException {
        return isWithoutZone(row.getMetaData(), column)
                ? row.getObject(column, LocalDateTime.class).atZone(zone).toOffsetDateTime()
                : row.getObject(column, OffsetDateTime.class);
    }

    /** PostgreSQL gives its type with a zone the same number as the one without. */
    private static boolean isWithoutZone(ResultSetMetaData columns, int column) throws SQLException {
        return columns.getColumnType(column) == Types.TIMESTAMP
                && !columns.getColumnTypeName(column).equalsIgnoreCase("timestamptz");
    }

    private static OffsetDateTime parse(String text, ZoneId zone) {
        String iso = text.strip().replace(' ', 'T');
        boolean hasZone = iso.matches(".*T.*(?:Z|[+-]\\d\\d:\\d\\d)");
        return hasZone
                ? OffsetDateTime.parse(iso)
                : LocalDateTime.parse(iso).atZone(zone).toOffsetDateTime();
    }
}
