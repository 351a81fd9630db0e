package dev.accounts.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A PostgreSQL with a thousand users of three towns each, a pool, and the service over it as a host wires it. */
final class BenchmarkDatabase {

    static final String PASSWORD = "correct-Horse-7";

    private static final int USERS = 1000;
    private static final int CONNECTIONS = 8;

    /** So many calls with a hash would take minutes, and until then much of the code is interpreted. */
    private static final int WARM_UP_CALLS = 5000;

    /** One for all benchmarks of a JVM: JMH makes their states anew in every round. */
    static final BenchmarkDatabase SHARED = start();

    private final HikariDataSource pool;
    private final Accounts accounts;
    private final long[] towns;
    private final List<Member> members;

    /** Someone who is logged in. */
    record Member(long id, String token) {}

    private BenchmarkDatabase(HikariDataSource pool) throws SQLException {
        this.pool = pool;
        AccountSchema.of(pool).createIfMissing();
        JpaAccountStores stores = JpaAccountStores.over(pool);
        accounts = Accounts.over(stores);
        towns = LongStream.range(0, 3).map(this::newTown).toArray();
        AccountService quick = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build()
                .service();
        members = IntStream.range(0, USERS).mapToObj(i -> newMember(quick, i)).toList();
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            quick.login("member" + i % USERS, PASSWORD);
            quick.register(registration("warm" + i));
        }
    }

    private static BenchmarkDatabase start() {
        try {
            // Unless told otherwise the embedded server answers before a commit is on the disk.
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            config.setMaximumPoolSize(CONNECTIONS);
            return new BenchmarkDatabase(new HikariDataSource(config));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long newTown(long number) {
        return accounts.service()
                .towns()
                .create("Town " + number, "Russia", 30.5, 59.9)
                .id();
    }

    private Member newMember(AccountService quick, int number) {
        String name = "member" + number;
        long id = quick.register(registration(name)).id();
        return new Member(id, quick.login(name, PASSWORD).value());
    }

    Registration registration(String name) {
        return Registration.of(name, PASSWORD).email(name + "@example.org").towns(towns);
    }

    List<Long> towns() {
        return LongStream.of(towns).boxed().toList();
    }

    HikariDataSource pool() {
        return pool;
    }

    Accounts system() {
        return accounts;
    }

    AccountService accounts() {
        return accounts.service();
    }

    List<Member> members() {
        return members;
    }

    Member anyMember() {
        return members.get(ThreadLocalRandom.current().nextInt(USERS));
    }
}
