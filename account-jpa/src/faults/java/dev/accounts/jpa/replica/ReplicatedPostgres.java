package dev.accounts.jpa.replica;

import dev.accounts.jpa.faults.PostgresProcess;
import dev.accounts.jpa.faults.Shell;
import dev.accounts.jpa.faults.Until;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL server and its streaming replica, in a folder that is gone when they are closed.
 *
 * @param folder where both have their data
 * @param primary the server that takes writes
 * @param replica the server that follows it, until it is promoted
 */
record ReplicatedPostgres(Path folder, PostgresProcess primary, PostgresProcess replica) implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NAME = "follower";

    /** A commit is answered whatever the replica has. */
    static ReplicatedPostgres asynchronous(String name) throws IOException {
        return started(name, "async");
    }

    /** A commit is answered when both have it on the disk. */
    static ReplicatedPostgres synchronous(String name) throws IOException {
        return started(name, "sync", "synchronous_standby_names=" + NAME);
    }

    private static ReplicatedPostgres started(String name, String state, String... settings) throws IOException {
        Path folder = Path.of("target", "faults", name + ProcessHandle.current().pid())
                .toAbsolutePath();
        PostgresProcess primary = PostgresProcess.in(folder.resolve("primary"), settings);
        PostgresProcess replica = primary.replica(folder.resolve("replica"), NAME);
        ReplicatedPostgres both = new ReplicatedPostgres(folder, primary, replica);
        try {
            both.follow(state);
        } catch (RuntimeException e) {
            both.close();
            throw e;
        }
        return both;
    }

    private void follow(String state) {
        primary.start();
        replica.start();
        String following =
                "select count(*) from pg_stat_replication where state = 'streaming' and sync_state = '" + state + "'";
        Until.require("the replica follows", LIMIT, () -> primary.number(following) == 1);
    }

    /** The URL by which a driver finds whichever of the two takes writes. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + primary.port() + ",127.0.0.1:" + replica.port()
                + "/postgres?user=postgres&targetServerType=primary";
    }

    /** Stops the replay: the replica receives, but does not show what it receives. */
    void pause() throws SQLException {
        replica.execute("select pg_wal_replay_pause()");
        String paused = "select case pg_get_wal_replay_pause_state() when 'paused' then 1 else 0 end";
        Until.require("the replay pauses", LIMIT, () -> replica.number(paused) == 1);
    }

    void resume() throws SQLException {
        replica.execute("select pg_wal_replay_resume()");
    }

    /** Cuts the replica off from the primary. */
    void cut() throws SQLException {
        replica.execute("alter system set primary_conninfo = ''");
        replica.execute("select pg_reload_conf()");
        Until.require(
                "the replica is cut off",
                LIMIT,
                () -> replica.number("select count(*) from pg_stat_wal_receiver") == 0);
    }

    /** Makes the replica a primary; returns when it takes writes. */
    void promote() throws SQLException {
        replica.execute("select pg_promote()");
    }

    @Override
    public void close() throws IOException {
        replica.close();
        primary.close();
        Shell.remove(folder);
    }
}
