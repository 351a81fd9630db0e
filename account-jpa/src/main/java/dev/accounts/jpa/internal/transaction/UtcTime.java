package dev.accounts.jpa.internal.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Optional;
import java.util.TimeZone;

/** Reads times from columns. A column without a time zone, as on MariaDB, holds UTC. */
public final class UtcTime {

    /** Drivers count earlier times by the Julian calendar, {@code java.time} does not. */
    private static final Instant GREGORIAN = Instant.parse("1582-10-16T00:00:00Z");

    /** A driver changes the calendar that it gets, so each gets a copy. A copy costs a quarter of a new one. */
    private static final Calendar UTC = Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));

    private UtcTime() {}

    public static Optional<Instant> in(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column, (Calendar) UTC.clone());
        return time != null && time.toInstant().isBefore(GREGORIAN)
                ? Optional.of(early(row, column))
                : Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    private static Instant early(ResultSet row, int column) throws SQLException {
        return row.getMetaData().getColumnTypeName(column).equalsIgnoreCase("datetime")
                ? row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
