package dev.accounts.jpa.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Starts a server for all faults, and prints the table of what they did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerUnderTest {

    private static final int DISK_MEGABYTES = 300;

    private static final List<Outcomes> TABLE = new ArrayList<>();

    private KillableServer server;
    private Rounds rounds;
    private Path folder;
    private @Nullable Tmpfs disk;

    abstract KillableServer install(Path inFolder) throws Exception;

    @BeforeAll
    void start() throws Exception {
        String name = getClass().getSimpleName() + ProcessHandle.current().pid();
        folder = Path.of("target", "faults", name).toAbsolutePath();
        server = install(folder);
        server.start();
        rounds = new Rounds(server);
        // What a JVM starts only once must not count as left behind.
        Host.on(server.url()).close();
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        if (disk != null) {
            disk.close();
        }
        Shell.remove(folder);
        System.out.println(Outcomes.HEAD);
        TABLE.forEach(System.out::println);
    }

    final KillableServer server() {
        return server;
    }

    final Rounds rounds() {
        return rounds;
    }

    /** Begins a row of the table. */
    final Outcomes outcomes(String fault) {
        Outcomes outcomes = new Outcomes(fault, server.product());
        TABLE.add(outcomes);
        return outcomes;
    }

    final void run(String fault, int times, String url, Rounds.Fault strike) throws Exception {
        Outcomes outcomes = outcomes(fault);
        rounds.run(outcomes, times, url, strike);
        assertThat(outcomes.missed()).as(fault).isEmpty();
    }

    /** Goes on with the data on a small disk, until the server is closed; fails where none can be mounted. */
    final Tmpfs moveToSmallDisk() throws IOException, InterruptedException {
        disk = Tmpfs.mount(folder.resolve("disk"), DISK_MEGABYTES);
        server.stop();
        server.moveTo(disk.folder());
        server.start();
        return disk;
    }
}
