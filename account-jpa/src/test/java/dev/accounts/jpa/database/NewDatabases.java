package dev.accounts.jpa.database;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes databases for programs that are no tests, on the servers that tests use: no commit waits for the disk. */
public final class NewDatabases {

    private static final Map<DatabaseChoice, TestServer> RUNNING = new ConcurrentHashMap<>();

    private NewDatabases() {}

    /** The URL of a new database without tables on a server with a name as {@code accounts.databases} spells it. */
    public static String on(String name) throws SQLException {
        DatabaseChoice choice = DatabaseChoice.valueOf(name.toUpperCase(Locale.ROOT));
        return RUNNING.computeIfAbsent(choice, NewDatabases::start).newDatabase();
    }

    private static TestServer start(DatabaseChoice choice) {
        return switch (choice) {
            case H2 -> new H2Server();
            case POSTGRESQL -> PostgresServer.shared();
            case MARIADB -> DatabaseChoice.newMariaDbServer();
        };
    }
}
