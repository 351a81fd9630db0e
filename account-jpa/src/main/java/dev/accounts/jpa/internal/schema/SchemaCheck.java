package dev.accounts.jpa.internal.schema;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import dev.accounts.jpa.internal.store.SuperuserGuard;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/** Whether the tables are as shipped, as far as the stores depend on it. */
public record SchemaCheck(EntityManager entityManager) {

    /** Without them two could have one name, or one link two tokens: the keys alone decide. */
    private static final List<UniqueKey> UNIQUE_KEYS = List.of(
            new UniqueKey("account_user", Set.of("username_key")),
            new UniqueKey("account_user", Set.of("email_key")),
            new UniqueKey("account_token", Set.of("id")),
            new UniqueKey("account_group", Set.of("name")),
            new UniqueKey("account_permission", Set.of("code")),
            new UniqueKey("account_one_time_token", Set.of("user_id", "purpose")),
            new UniqueKey("account_attempt", Set.of("attempt_key")));

    /** The row that {@link SuperuserGuard} updates. */
    private static final String GUARD = "select g.name from AccountGuard g where g.name = 'superusers'";

    private static final String WRONG_COLLATIONS = """
            select table_name, column_name, collation_name from information_schema.columns
            where table_schema = database()
            and (table_name = 'account_user' and column_name in ('username_key', 'email_key', 'password_hash')
                or table_name = 'account_token' and column_name in ('digest', 'id')
                or table_name = 'account_group' and column_name = 'name'
                or table_name = 'account_permission' and column_name = 'code'
                or table_name = 'account_one_time_token' and column_name in ('digest', 'purpose')
                or table_name = 'account_attempt' and column_name = 'attempt_key')
            and collation_name not in
                ('utf8mb4_nopad_bin', 'utf8mb4_0900_bin', 'ascii_nopad_bin', 'ascii_bin')""";

    private record UniqueKey(String table, Set<String> columns) {

        @Override
        public String toString() {
            return table + "." + String.join(", ", new TreeSet<>(columns));
        }
    }

    /** What is wrong, and the scripts that put it right; empty if all is well. */
    public Optional<String> problem() {
        Session session = entityManager.unwrap(Session.class);
        return missing()
                .or(() -> session.doReturningWork(SchemaCheck::missingKeys))
                .or(() -> session.doReturningWork(SchemaCheck::wrongCollations))
                .or(this::missingGuard)
                .map(problem -> "The tables of the account library are not as shipped: " + problem
                        + ". Run what was not yet run of " + session.doReturningWork(SchemaScript::namesFor)
                        + " in the account-jpa jar, or call AccountSchema.of(dataSource).createIfMissing().");
    }

    /** Reads no row of every table, with every column that is mapped. */
    private Optional<String> missing() {
        for (Class<?> entity : OwnPersistenceUnit.ENTITIES) {
            String name = entity.getAnnotation(Entity.class).name();
            try {
                entityManager
                        .createQuery("select e from " + name + " e where 1 = 0", Object.class)
                        .getResultList();
            } catch (RuntimeException e) {
                return Optional.of(name + " cannot be read: " + DatabaseFailure.message(e));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missingKeys(Connection connection) throws SQLException {
        for (UniqueKey key : UNIQUE_KEYS) {
            if (!uniqueColumns(connection, key.table()).contains(key.columns())) {
                return Optional.of(key + " has no unique key");
            }
        }
        return Optional.empty();
    }

    private static Collection<Set<String>> uniqueColumns(Connection connection, String name) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String table = SchemaScript.asKept(name, database);
        Map<String, Set<String>> columnsByIndex = new HashMap<>();
        try (ResultSet index = database.getIndexInfo(connection.getCatalog(), null, table, true, true)) {
            while (index.next()) {
                columnsByIndex
                        .computeIfAbsent(String.valueOf(index.getString("INDEX_NAME")), any -> new HashSet<>())
                        .add(String.valueOf(index.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
            }
        }
        return columnsByIndex.values();
    }

    private Optional<String> missingGuard() {
        boolean present =
                !entityManager.createQuery(GUARD, String.class).getResultList().isEmpty();
        return present ? Optional.empty() : Optional.of("account_guard has no row 'superusers'");
    }

    private static Optional<String> wrongCollations(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().matches("MariaDB|MySQL")) {
            return Optional.empty();
        }
        List<String> wrong = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(WRONG_COLLATIONS)) {
            while (columns.next()) {
                wrong.add(columns.getString(1) + "." + columns.getString(2) + " has the collation "
                        + columns.getString(3) + ", which does not compare exactly");
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }
}
