package dev.accounts.jpa.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Locks rows in another order than the stores do. */
final class Deadlocks {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Deadlocks() {}

    /** Returns when the server has resolved a number of deadlocks. */
    static void provoke(KillableServer server, int count) throws SQLException {
        long before = server.number(server.deadlockCount());
        try (Connection rival = server.connect()) {
            rival.setAutoCommit(false);
            Until.require(count + " deadlocks", LIMIT, () -> {
                lockBackwards(rival);
                return server.number(server.deadlockCount()) >= before + count;
            });
        }
    }

    private static void lockBackwards(Connection rival) throws SQLException {
        try (Statement statement = rival.createStatement()) {
            statement.execute("select digest from account_token for update");
            statement.execute("select id from account_user for update");
        } catch (SQLException deadlock) {
            // The server chose this side.
        } finally {
            rival.rollback();
        }
    }
}
