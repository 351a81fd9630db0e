package dev.accounts.jpa.growth;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A year of logins, failures, mails and a purge each night on PostgreSQL, by a clock that is moved: how many rows and bytes the
 * tables that come and go have after each month, and how long {@code me} takes beside a purge.
 *
 * <p>{@code mvn -Pbenchmark -pl account-jpa -am verify -DskipTests -Dbenchmark.main=dev.accounts.jpa.growth.Churn
 * -Dbenchmark.args="100"}: how many logins there are in a day.
 */
public final class Churn {

    private static final List<String> TABLES = List.of(
            "account_token",
            "account_attempt",
            "account_one_time_token",
            "account_outbox",
            "account_known_source",
            "account_audit");

    private static final int MONTHS = 12;
    private static final int DAYS = 30;
    private static final int USERS = 2_000;
    private static final int PURGED_AT_MOST = 10_000;

    /** In a day: one failure and one mail for so many logins. */
    private static final int LOGINS_PER_FAILURE = 5;

    private static final int LOGINS_PER_MAIL = 10;

    private final HikariDataSource pool;
    private final MovableClock clock = new MovableClock();
    private final Accounts accounts;
    private final int loginsPerDay;
    private int logins;

    private Churn(HikariDataSource pool, int loginsPerDay) {
        this.pool = pool;
        this.loginsPerDay = loginsPerDay;
        JpaAccountStores stores = JpaAccountStores.over(pool);
        accounts = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .clock(clock)
                .audit(stores.audit(), AuditPolicy.defaults().retention(Duration.ofDays(90)))
                .build();
    }

    public static void main(String[] args) throws SQLException, InterruptedException {
        HikariDataSource pool = SizedAccounts.newDatabase("postgresql");
        FilledUsers.in(pool, "postgresql", USERS);
        // The rows of the filling have times of today, and this year begins before.
        for (String table : TABLES) {
            TestDatabase.execute(pool, "truncate " + table);
        }
        // A minute, the default, would be months here.
        TestDatabase.execute(pool, "alter system set autovacuum_naptime = '1s'");
        TestDatabase.execute(pool, "select pg_reload_conf()");
        new Churn(pool, Integer.parseInt(args[0])).run();
        // The server and the pool leave threads behind.
        System.exit(0);
    }

    private void run() throws SQLException, InterruptedException {
        System.out.println("| Month | Logins |"
                + String.join(
                        "",
                        TABLES.stream()
                                .map(table -> " " + table.substring("account_".length()) + " |")
                                .toList()));
        System.out.println("|---|---|" + "---|".repeat(TABLES.size()));
        try (TimedReader reader = new TimedReader(accounts.service())) {
            for (int month = 1; month <= MONTHS; month++) {
                for (int day = 0; day < DAYS; day++) {
                    live(reader);
                    reader.beside(() -> accounts.maintenance().purge(PURGED_AT_MOST));
                }
                System.out.println("| " + month + " | " + logins + " |" + sizes());
            }
            reader.report("beside logins");
        }
    }

    private void live(TimedReader reader) {
        for (int i = 0; i < loginsPerDay; i++) {
            clock.advance(Duration.ofDays(1).dividedBy(loginsPerDay));
            logins++;
            String name = FilledUsers.username(1 + logins % 97);
            String source = "192.0.2." + logins % 200;
            reader.use(accounts.service()
                    .from(source)
                    .login(name, FilledUsers.PASSWORD)
                    .value());
            if (logins % LOGINS_PER_FAILURE == 0) {
                fail("stranger" + logins, source);
            }
            if (logins % LOGINS_PER_MAIL == 0) {
                accounts.service().passwords().requestReset("member" + logins % USERS + "@example.org");
                accounts.maintenance().deliver(message -> {}, PURGED_AT_MOST);
            }
        }
    }

    private void fail(String name, String source) {
        try {
            accounts.service().from(source).login(name, FilledUsers.PASSWORD);
            throw new IllegalStateException("not refused");
        } catch (BadCredentialsException refused) {
            // As wanted: the failure is counted.
        }
    }

    /** The rows and the bytes of each table with its indexes. */
    private String sizes() throws SQLException {
        StringBuilder sizes = new StringBuilder();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*), pg_total_relation_size('" + table + "') / 1024 from " + table)) {
                    row.next();
                    sizes.append(String.format(Locale.ROOT, " %,d, %,d KiB |", row.getLong(1), row.getLong(2)));
                }
            }
        }
        return sizes.toString();
    }
}
