package dev.accounts.jpa.growth;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.NewDatabases;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.testkit.FastPasswordHasher;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A database of its own with some number of users, and accounts over it whose hashes cost nothing.
 *
 * @param product the database
 * @param users how many users it was filled with
 * @param pool its connections
 * @param accounts the accounts over it
 */
record SizedAccounts(String product, long users, HikariDataSource pool, Accounts accounts) {

    private static final int CONNECTIONS = 4;

    /** A login then removes a token for each that it issues, so that a small database does not fill up. */
    private static final int TOKENS = 3;

    static SizedAccounts filled(String product, long users) throws SQLException {
        HikariDataSource pool = newDatabase(product);
        long start = System.nanoTime();
        FilledUsers.in(pool, product, users);
        System.out.printf(
                "%,d users filled in within %d s%n",
                users, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        JpaAccountStores stores = JpaAccountStores.over(pool);
        Accounts accounts = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                // The measured reads write nothing, whichever token they present.
                .tokens(TokenPolicy.defaults().maxPerUser(TOKENS).lastUseInterval(Duration.ofDays(1)))
                .audit(stores.audit(), AuditPolicy.defaults())
                .build();
        return new SizedAccounts(product, users, pool, accounts);
    }

    /** The pool of a new database with the tables of accounts. */
    static HikariDataSource newDatabase(String product) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(NewDatabases.on(product));
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource pool = new HikariDataSource(config);
        AccountSchema.of(pool).createIfMissing();
        return pool;
    }

    /** Someone who only reads: the token of others may be gone after a login. */
    long reader() {
        return active(ThreadLocalRandom.current().nextLong(1, users / 2));
    }

    /** Someone who logs in. */
    long visitor() {
        return active(ThreadLocalRandom.current().nextLong(users / 2, users));
    }

    private static long active(long user) {
        return user % 100 < 98 ? user : user - 2;
    }

    /** Removes whom a round has registered, so that a small database stays small. */
    void forgetNewcomers() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from account_user where id > " + users);
        }
    }
}
