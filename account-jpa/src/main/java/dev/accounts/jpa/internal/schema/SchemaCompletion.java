package dev.accounts.jpa.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds what a database lacks of the scripts: all of it, what a later version of the library has added, the rest of a script that
 * stopped half-way, or what Hibernate does not create.
 */
public final class SchemaCompletion {

    private static final Pattern TEXT = Pattern.compile("(varchar\\((\\d+)\\)(?: collate \"(\\w+)\")?).*");

    /** Failures in a row without any progress of another node, after which the failure is not due to other nodes. */
    private static final int MAX_FAILURES = 5;

    private static final long MAX_PAUSE_MILLIS = 200;

    private static final String GUARD = "account_guard";

    private final SchemaScript script;
    private final PresentSchema present;
    private final Set<String> constraints;
    private final List<String> missing = new ArrayList<>();

    private SchemaCompletion(SchemaScript script, PresentSchema present) throws SQLException {
        this.script = script;
        this.present = present;
        this.constraints = present.tables().isEmpty() ? Set.of() : present.constraints();
    }

    /**
     * Adds what is missing in one transaction. Of the supported databases, only PostgreSQL can roll it back as a whole.
     * Several nodes may do so at the same time: a statement that fails because another node was faster is not repeated, and
     * H2 may fail to tell of tables that another node is creating.
     *
     * @return whether anything was missing
     */
    public static boolean run(Connection connection) throws SQLException {
        List<String> former = List.of();
        boolean complete = true;
        int failures = 0;
        while (true) {
            try {
                List<String> missing = missing(connection);
                failures = missing.equals(former) ? failures : 0;
                former = missing;
                complete &= missing.isEmpty();
                execute(missing, connection);
                return !complete;
            } catch (SQLException e) {
                failures++;
                if (failures == MAX_FAILURES) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Lets another node, which may hold a lock on the tables, go on. */
    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(MAX_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static List<String> missing(Connection connection) throws SQLException {
        SchemaScript script = SchemaScript.of(connection);
        PresentSchema present = PresentSchema.under(connection);
        new UnfitTables(script, present).problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        return new SchemaCompletion(script, present).missing();
    }

    private List<String> missing() throws SQLException {
        for (ScriptTable table : script.tables()) {
            if (present.has(table.name())) {
                addColumns(table);
                adjustColumns(table);
                addConstraints(table);
                addIndexes(table);
            } else {
                missing.add(table.create());
                missing.addAll(table.additions().values());
                missing.addAll(table.indexes().values());
            }
        }
        if (!present.has(GUARD) || !UnitCheck.hasGuardRow(GUARD, present.connection())) {
            missing.add(script.guardRow());
        }
        return missing;
    }

    /** Adds the columns of later scripts: the table is of an earlier version of the library. */
    private void addColumns(ScriptTable table) {
        table.additions().forEach((column, add) -> {
            if (!present.has(table.name(), column)) {
                missing.add(add);
            }
        });
    }

    /**
     * Adjusts columns that Hibernate created: it sets no collations, and with the dialect of another database it does
     * not set the lengths that H2 needs.
     */
    private void adjustColumns(ScriptTable table) {
        if (!script.setsCollations()) {
            table.columns().forEach((column, definition) -> {
                Matcher text = TEXT.matcher(definition);
                if (text.matches() && present.has(table.name(), column) && !isAsIn(text, table.name(), column)) {
                    missing.add("alter table " + table.name() + " alter column " + column + " set data type "
                            + text.group(1));
                }
            });
        }
    }

    private boolean isAsIn(Matcher text, String table, String column) {
        PresentSchema.Column now = present.column(table, column).orElseThrow();
        boolean longEnough = now.length() == 0 || now.length() >= Long.parseLong(text.group(2));
        return longEnough && (text.group(3) == null || now.collation().equals(text.group(3)));
    }

    /** Leaves the primary key out: every table has one, and its name does not matter. */
    private void addConstraints(ScriptTable table) {
        table.constraints(constraint -> !constraint.isPrimaryKey() && !constraints.contains(constraint.name()))
                .forEach(constraint -> missing.add("alter table " + table.name() + " add constraint "
                        + constraint.name() + " " + constraint.definition()));
    }

    private void addIndexes(ScriptTable table) throws SQLException {
        Set<String> names = present.indexes(table.name(), false).keySet();
        table.indexes().forEach((name, create) -> {
            if (!names.contains(name.toLowerCase(Locale.ROOT))) {
                missing.add(create);
            }
        });
    }

    private static void execute(List<String> statements, Connection connection) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
