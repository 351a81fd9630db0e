package dev.accounts.jpa.growth;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The first purge after a month without any: how long {@code me} takes beside it, and beside nothing.
 *
 * <p>{@code mvn -Pbenchmark -pl account-jpa -am verify -DskipTests -Dbenchmark.main=dev.accounts.jpa.growth.Backlog
 * -Dbenchmark.args="postgresql 100000 3"}: the database, how many users it has, and how often.
 */
public final class Backlog {

    private static final Duration QUIET = Duration.ofSeconds(10);

    private Backlog() {}

    public static void main(String[] args) throws SQLException, InterruptedException {
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            purge(args[0], Long.parseLong(args[1]));
        }
        // The server and the pools leave threads behind.
        System.exit(0);
    }

    private static void purge(String product, long users) throws SQLException, InterruptedException {
        try (HikariDataSource pool = SizedAccounts.newDatabase(product)) {
            FilledUsers.in(pool, product, users);
            MovableClock clock = new MovableClock();
            // All tokens of the filling have expired, and all known sources are forgotten.
            clock.set(Instant.now().plus(Duration.ofDays(31)));
            JpaAccountStores stores = JpaAccountStores.over(pool);
            Accounts accounts = Accounts.builder(stores)
                    .passwordHasher(new FastPasswordHasher())
                    .clock(clock)
                    .audit(stores.audit(), AuditPolicy.defaults())
                    .build();
            measure(accounts);
        }
    }

    private static void measure(Accounts accounts) throws InterruptedException {
        try (TimedReader reader = new TimedReader(accounts.service())) {
            reader.use(accounts.service()
                    .login(FilledUsers.username(5), FilledUsers.PASSWORD)
                    .value());
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
            long start = System.nanoTime();
            int[] purged = {0};
            reader.beside(() -> purged[0] = accounts.maintenance().purge(Integer.MAX_VALUE));
            double seconds = (System.nanoTime() - start) / 1e9;
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
            System.out.printf(Locale.ROOT, "%n%,d rows purged in %.1f s%n", purged[0], seconds);
            reader.report("beside nothing");
        }
    }
}
