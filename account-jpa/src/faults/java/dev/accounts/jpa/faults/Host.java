package dev.accounts.jpa.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Town;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/** An application with a pool and accounts over it, whose passwords cost nothing so that many commits are under way. */
public final class Host implements AutoCloseable {

    static final int CONNECTIONS = 12;

    private static final Duration POOL_TIMEOUT = Duration.ofSeconds(2);
    private static final int TOWNS = 10;
    private static final int MAILS = 20;

    private final HikariDataSource pool;
    private final JpaAccountStores stores;
    private final Accounts accounts;
    private final StepClock clock = new StepClock();
    private final List<Long> towns;
    private final ConcurrentMap<String, OneTimeToken> links = new ConcurrentHashMap<>();

    private Host(HikariDataSource pool) throws SQLException {
        this.pool = pool;
        AccountSchema.of(pool).createIfMissing();
        stores = JpaAccountStores.over(pool);
        accounts = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .clock(clock)
                .withoutThrottle()
                .build();
        towns = towns(accounts.service());
    }

    /** Opens a pool and creates missing tables. */
    public static Host on(String url) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(POOL_TIMEOUT.toMillis());
        return new Host(new HikariDataSource(config));
    }

    private static List<Long> towns(AccountService service) {
        List<Long> known = service.towns().list(0, TOWNS).stream().map(Town::id).toList();
        return known.size() == TOWNS
                ? known
                : IntStream.range(0, TOWNS)
                        .mapToObj(i -> service.towns()
                                .create("Town " + i, "Russia", 30, 60)
                                .id())
                        .toList();
    }

    public AccountService service() {
        return accounts.service();
    }

    public HikariDataSource pool() {
        return pool;
    }

    StepClock clock() {
        return clock;
    }

    List<Long> towns() {
        return towns;
    }

    /** Delivers what is due; any client may get the link of any account. */
    void deliver(Journal journal) {
        accounts.maintenance().deliver(message -> receive(message, journal), MAILS);
    }

    private void receive(AccountMessage message, Journal journal) {
        message.token().ifPresent(link -> {
            links.put(message.username(), link);
            journal.mailed(message.username());
        });
    }

    Optional<OneTimeToken> takeLink(String account) {
        return Optional.ofNullable(links.remove(account));
    }

    @Override
    public void close() {
        stores.close();
        pool.close();
    }
}
