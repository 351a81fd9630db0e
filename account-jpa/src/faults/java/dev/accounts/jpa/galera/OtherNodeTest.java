package dev.accounts.jpa.galera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a node tells at once of what another node has acknowledged. */
@Tag("galera")
@ExtendWith(OnGalera.class)
class OtherNodeTest {

    private static final int THREADS = 4;
    private static final int REPEATS = 5;
    private static final int LOGOUTS = 2000;
    private static final int UNSYNCED_LOGOUTS = 500;
    private static final int OTHERS = 200;
    private static final String PASSWORD = "Kx9-bucket";
    private static final String NEW_PASSWORD = "Qz7-kettle";

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Test
    void a_node_that_waits_for_the_others_is_never_behind(GaleraCluster cluster) throws Exception {
        try (NodeHosts hosts = NodeHosts.on(cluster, THREADS, NodeHosts.SYNCED)) {
            ThreadLocal<String> mine = ThreadLocal.withInitial(() -> newUser(hosts));
            assertThat(behind("logout, then me", LOGOUTS, () -> acceptsLoggedOut(hosts, mine.get())))
                    .isZero();
            assertThat(behind("registration, then login", OTHERS, () -> missesRegistration(hosts)))
                    .isZero();
            assertThat(behind("reset, then login", OTHERS, () -> missesReset(hosts)))
                    .isZero();
        }
    }

    /** Proves that the test above would find a node that is behind. */
    @Test
    void a_node_that_does_not_wait_is_behind_at_times(GaleraCluster cluster) throws Exception {
        try (NodeHosts hosts = NodeHosts.on(cluster, THREADS, "")) {
            ThreadLocal<String> mine = ThreadLocal.withInitial(() -> newUser(hosts));
            int logouts = behind(
                    "without wsrep_sync_wait: logout, then me",
                    UNSYNCED_LOGOUTS,
                    () -> acceptsLoggedOut(hosts, mine.get()));
            behind("without wsrep_sync_wait: registration, then login", OTHERS, () -> missesRegistration(hosts));
            behind("without wsrep_sync_wait: reset, then login", OTHERS, () -> missesReset(hosts));
            assertThat(logouts).isPositive();
        }
    }

    /** Returns how often it was so. */
    private static int behind(String what, int times, Callable<Boolean> isBehind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            tries.add(threads.submit(isBehind));
        }
        threads.shutdown();
        int found = 0;
        for (Future<Boolean> each : tries) {
            found += each.get() ? 1 : 0;
        }
        System.out.println("Galera, " + what + " on another node: behind in " + found + " of " + times);
        return found;
    }

    private static String newUser(NodeHosts hosts) {
        String name = "user" + NAMES.incrementAndGet();
        patiently(() ->
                hosts.get(0).service().register(Registration.of(name, PASSWORD).email(name + "@example.org")));
        return name;
    }

    private static boolean acceptsLoggedOut(NodeHosts hosts, String name) {
        String token =
                patiently(() -> hosts.get(0).service().login(name, PASSWORD).value());
        patiently(() -> done(() -> hosts.get(0).service().logout(token)));
        return !patiently(() -> refuses(() -> hosts.get(1).service().me(token)));
    }

    private static boolean missesRegistration(NodeHosts hosts) {
        String name = newUser(hosts);
        return patiently(() -> refuses(() -> hosts.get(1).service().login(name, PASSWORD)));
    }

    private static boolean missesReset(NodeHosts hosts) {
        String name = newUser(hosts);
        OneTimeToken link = patiently(() -> hosts.get(0).resetLink(name + "@example.org"));
        patiently(() -> done(() -> hosts.get(0).service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD)));
        return patiently(() -> refuses(() -> hosts.get(1).service().login(name, NEW_PASSWORD)));
    }

    /** Repeats what changed nothing: among few tokens, logins of different users may deadlock on MariaDB. */
    private static <T> T patiently(Supplier<T> call) {
        for (int left = REPEATS; ; left--) {
            try {
                return call.get();
            } catch (StorageException refusal) {
                if (left == 0 || refusal.outcome() != StorageException.Outcome.UNCHANGED) {
                    throw refusal;
                }
            }
        }
    }

    private static boolean done(Runnable call) {
        call.run();
        return true;
    }

    private static boolean refuses(Runnable call) {
        try {
            call.run();
            return false;
        } catch (BadCredentialsException | NotAuthenticatedException refusal) {
            return true;
        }
    }
}
