package dev.accounts.jpa.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The databases of this run, as {@link DatabaseChoice} names them. Each is started when a test first asks for it, is shared by
 * all tests of the JVM, and is empty when a class of tests begins.
 */
public final class Databases implements ArgumentsProvider {

    /** The default up to MariaDB 11.5: a transaction does not hear that the rows it read have changed. */
    private static final String STALE_SNAPSHOTS = "&sessionVariables=innodb_snapshot_isolation=OFF";

    private static final Map<DatabaseChoice, List<TestDatabase>> RUNNING = new ConcurrentHashMap<>();

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return emptied().map(Arguments::of);
    }

    /** Returns each database, emptied. */
    public static Stream<TestDatabase> emptied() {
        return DatabaseChoice.ofThisRun().stream()
                .flatMap(choice -> RUNNING.computeIfAbsent(choice, Databases::start).stream())
                .peek(TestDatabase::empty);
    }

    private static List<TestDatabase> start(DatabaseChoice choice) {
        TestServer server = choice.server();
        return switch (choice) {
            case H2 -> List.of(TestDatabase.on("H2", server));
            case POSTGRESQL -> List.of(TestDatabase.on("PostgreSQL", server));
            // In two ways, which differ in what a transaction sees.
            case MARIADB ->
                List.of(
                        TestDatabase.on("MariaDB", server),
                        TestDatabase.on("MariaDB 11.5 and before", () -> server.newDatabase() + STALE_SNAPSHOTS));
        };
    }
}
