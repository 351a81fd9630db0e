package dev.accounts.jpa.internal.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Optional;
import java.util.TimeZone;

/** Reads times from columns. A column without a time zone, as on MariaDB, holds UTC. */
public final class UtcTime {

    private UtcTime() {}

    public static Optional<Instant> in(ResultSet row, int column) throws SQLException {
        Calendar utc = Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
        return Optional.ofNullable(row.getTimestamp(column, utc)).map(Timestamp::toInstant);
    }
}
