package dev.accounts.jpa.database;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The databases that tests can run on. The system property {@code accounts.databases} chooses some of them, for example {@code
 * h2,postgresql}; without it tests run on all that are on the class path. The profile {@code mariadb} adds MariaDB.
 */
enum DatabaseChoice {
    H2,
    POSTGRESQL,
    MARIADB;

    static final String PROPERTY = "accounts.databases";

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String MARIADB_SERVER = "dev.accounts.jpa.database.MariaDbServer";

    static Set<DatabaseChoice> ofThisRun() {
        return of(System.getProperty(PROPERTY, ""), isMariaDbHere());
    }

    /** The databases that a list names, in a fixed order; all that are here if it is blank. */
    static Set<DatabaseChoice> of(String list, boolean mariaDbHere) {
        Set<DatabaseChoice> chosen = EnumSet.noneOf(DatabaseChoice.class);
        COMMA.splitAsStream(list.strip())
                .filter(name -> !name.isEmpty())
                .map(DatabaseChoice::named)
                .forEach(chosen::add);
        if (chosen.contains(MARIADB) && !mariaDbHere) {
            throw new IllegalArgumentException(
                    PROPERTY + "=" + list + ": the MariaDB server is not on the class path; add it with -Pmariadb");
        }
        if (chosen.isEmpty()) {
            return mariaDbHere ? EnumSet.allOf(DatabaseChoice.class) : EnumSet.of(H2, POSTGRESQL);
        }
        return chosen;
    }

    static DatabaseChoice named(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " names the database '" + name
                        + "'; known are "
                        + Arrays.stream(values()).map(Object::toString).collect(Collectors.joining(", "))));
    }

    /** Starts the server, if it is none that the whole run shares. */
    TestServer server() {
        return switch (this) {
            case H2 -> new H2Server();
            case POSTGRESQL -> PostgresServer.shared();
            case MARIADB -> newMariaDbServer();
        };
    }

    /** The server that the profile compiles into the tests. */
    private static TestServer newMariaDbServer() {
        try {
            return Class.forName(MARIADB_SERVER)
                    .asSubclass(TestServer.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMariaDbHere() {
        ClassLoader loader = DatabaseChoice.class.getClassLoader();
        return loader.getResource(MARIADB_SERVER.replace('.', '/') + ".class") != null;
    }

    /** As the property spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
