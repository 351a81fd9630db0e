package dev.accounts.jpa.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes databases for programs that are no tests, on the servers that tests use: no commit waits for the disk. */
public final class NewDatabases {

    private static final Map<DatabaseChoice, TestServer> RUNNING = new ConcurrentHashMap<>();

    private NewDatabases() {}

    /** The URL of a new database without tables on a server with a name as {@code accounts.databases} spells it. */
    public static String on(String name) throws SQLException {
        return RUNNING.computeIfAbsent(DatabaseChoice.named(name), DatabaseChoice::server)
                .newDatabase();
    }
}
