package dev.accounts.jpa.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The databases of this run: H2 and PostgreSQL, and MariaDB in two ways with {@code -Pmariadb}. Each is started once, and is
 * empty when a class of tests begins, whatever ran before.
 */
final class Databases implements ArgumentsProvider {

    private static final String MARIADB_SERVER = "dev.accounts.jpa.database.MariaDbServer";

    /** What was the default up to MariaDB 11.5: a transaction is not told that what it saw has changed. */
    private static final String STALE_SNAPSHOTS = "&sessionVariables=innodb_snapshot_isolation=OFF";

    /** Servers take seconds to start, so that they are shared by all tests of a run. */
    private static final class Running {
        static final List<TestDatabase> ALL = start();
    }

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Running.ALL.stream().map(database -> {
            database.empty();
            return Arguments.of(database);
        });
    }

    private static List<TestDatabase> start() {
        List<TestDatabase> databases = new ArrayList<>();
        databases.add(TestDatabase.on("H2", new H2Server()));
        databases.add(TestDatabase.on("PostgreSQL", new PostgresServer()));
        try {
            Class<?> mariaDb = Class.forName(MARIADB_SERVER);
            TestServer server = (TestServer) mariaDb.getDeclaredConstructor().newInstance();
            databases.add(TestDatabase.on("MariaDB", server));
            databases.add(TestDatabase.on("MariaDB 11.5 and before", () -> server.newDatabase() + STALE_SNAPSHOTS));
        } catch (ClassNotFoundException notInThisRun) {
            System.out.println("MariaDB is not in this run; -Pmariadb adds it");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(databases);
    }
}
