package dev.accounts.jpa.internal.django;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ids that are assigned from now on greater than Django's. It runs before the import, so that users who
 * register meanwhile get none of Django's ids. It never moves a sequence back: ids of deleted accounts are not assigned
 * again.
 *
 * @param accounts the database that assigns the ids, in a transaction
 */
public record IdReservation(ImportSql accounts) {

    /** A table that assigns ids, with an insertion that meets no conflict. */
    public enum Table {
        USER(
                "account_user",
                "(id, username, username_key, email, password_hash, date_joined)"
                        + " values (?, '', ?, '', '!', current_timestamp)"),
        GROUP("account_group", "(id, name) values (?, ?)"),
        PERMISSION("account_permission", "(id, code) values (?, ?)"),
        TOWN("account_town", "(id, name, country, longitude, latitude) values (?, ?, '', 0, 0)");

        private final String name;
        private final String columnsAndValues;

        Table(String name, String columnsAndValues) {
            this.name = name;
            this.columnsAndValues = columnsAndValues;
        }
    }

    public void behind(Table table, long greatestOfDjango) throws SQLException {
        long greatestHere = accounts.list("select max(id) from " + table.name, row -> row.getLong(1))
                .get(0);
        long next = Math.max(1, Math.max(greatestOfDjango, greatestHere) + 1);
        switch (accounts.product()) {
            case "postgresql" -> moveSequence(table, next);
            case "h2" -> restart(table, next);
            default -> {
                if (greatestOfDjango > greatestHere) {
                    passBy(table, greatestOfDjango);
                }
            }
        }
    }

    /** Locks the table, so that no other transaction inserts between the reading of the sequence and its new value. */
    private void moveSequence(Table table, long next) throws SQLException {
        accounts.execute("lock table " + table.name + " in share row exclusive mode");
        String sequence = "cast(pg_get_serial_sequence('" + table.name + "', 'id') as regclass)";
        accounts.list(
                "select setval(" + sequence + ", greatest(cast(? as bigint), nextval(" + sequence + ")), false)",
                row -> row.getLong(1),
                next);
        accounts.commit();
    }

    private void restart(Table table, long next) throws SQLException {
        long present = accounts.list(
                        "select identity_base from information_schema.columns where table_schema = current_schema"
                                + " and lower(table_name) = ? and lower(column_name) = 'id'",
                        row -> row.getLong(1),
                        table.name)
                .get(0);
        if (present < next) {
            accounts.execute("alter table " + table.name + " alter column id restart with " + next);
        }
        accounts.commit();
    }

    /** Inserts the id and rolls back: MariaDB and MySQL continue after an inserted id even then. */
    private void passBy(Table table, long id) throws SQLException {
        List<@Nullable Object[]> row = new ArrayList<>();
        row.add(new Object[] {id, UUID.randomUUID().toString()});
        accounts.batch("insert into " + table.name + " " + table.columnsAndValues, row);
        accounts.rollback();
    }
}
