package dev.accounts.jpa.growth;

import dev.accounts.jpa.database.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The expressions of one database that fill tables by sets of rows, with the number {@code i} in each row. */
enum FillingSql {
    POSTGRESQL("set session_replication_role = replica", "set session_replication_role = origin") {

        @Override
        List<String> indexes(Statement statement) throws SQLException {
            List<String> indexes = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery("select replace(indexdef, 'CREATE INDEX', 'create index') from pg_indexes"
                            + " where schemaname = current_schema() and indexname like 'account%_ix'")) {
                while (row.next()) {
                    indexes.add(row.getString(1));
                }
            }
            return indexes;
        }

        @Override
        String numbers(String alias, long count) {
            return "generate_series(1::bigint, " + count + ") " + alias + "(i)";
        }

        @Override
        String tokenDigest(String number) {
            return "substring(sha256(convert_to(lpad(to_hex(" + number + "), 40, '0'), 'UTF8')) for 16)";
        }

        @Override
        String textDigest(String text) {
            return "encode(sha256(convert_to(" + text + ", 'UTF8')), 'hex')";
        }

        @Override
        String plusSeconds(Instant time, String seconds) {
            return "timestamptz '" + time + "' + (" + seconds + ") * interval '1 second'";
        }

        @Override
        String nextUserId(long id) {
            return "alter table account_user alter column id restart with " + id;
        }

        @Override
        String analyze() {
            return "vacuum analyze";
        }
    },

    MARIADB("set foreign_key_checks = 0", "set foreign_key_checks = 1") {

        @Override
        String numbers(String alias, long count) {
            return "(select cast(seq as signed) i from seq_1_to_" + count + ") " + alias;
        }

        @Override
        String tokenDigest(String number) {
            return "unhex(left(sha2(lpad(lower(hex(" + number + ")), 40, '0'), 256), 32))";
        }

        @Override
        String textDigest(String text) {
            return "sha2(" + text + ", 256)";
        }

        @Override
        String plusSeconds(Instant time, String seconds) {
            return "timestamp '" + Timestamp.valueOf(LocalDateTime.ofInstant(time, ZoneOffset.UTC)) + "' + interval ("
                    + seconds + ") second";
        }

        @Override
        String nextUserId(long id) {
            return "alter table account_user auto_increment = " + id;
        }

        @Override
        String analyze() {
            return "analyze table " + String.join(", ", TestDatabase.TABLES);
        }
    };

    /** Before and after the rows, which refer to each other as they should. */
    final String withoutForeignKeys;

    final String withForeignKeys;

    FillingSql(String withoutForeignKeys, String withForeignKeys) {
        this.withoutForeignKeys = withoutForeignKeys;
        this.withForeignKeys = withForeignKeys;
    }

    static FillingSql of(String product) {
        return valueOf(product.toUpperCase(Locale.ROOT));
    }

    /** The statements that create the indexes which are better made after the rows. */
    List<String> indexes(Statement statement) throws SQLException {
        return List.of();
    }

    /** The numbers from 1 as a table with the column {@code i}. */
    abstract String numbers(String alias, long count);

    /** The digest of the token whose value is a number with 40 hexadecimal digits. */
    abstract String tokenDigest(String number);

    abstract String textDigest(String text);

    abstract String plusSeconds(Instant time, String seconds);

    abstract String nextUserId(long id);

    abstract String analyze();
}
