package dev.accounts.jpa.galera;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.faults.Until;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** An application that works on one node, whose passwords cost nothing so that many commits are under way. */
final class NodeHost implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MAILS = 20;

    private final HikariDataSource pool;
    private final JpaAccountStores stores;
    private final Accounts accounts;
    private final ConcurrentMap<String, OneTimeToken> links = new ConcurrentHashMap<>();

    private NodeHost(HikariDataSource pool, ThrottlePolicy throttle) throws SQLException {
        this.pool = pool;
        AccountSchema.of(pool).createIfMissing();
        stores = JpaAccountStores.over(pool);
        accounts = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .throttle(throttle)
                .build();
    }

    /** Opens a pool with a connection for each of a number of threads. */
    static NodeHost on(String url, int threads, ThrottlePolicy throttle) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(threads + 1);
        config.setMinimumIdle(threads + 1);
        return new NodeHost(new HikariDataSource(config), throttle);
    }

    AccountService service() {
        return accounts.service();
    }

    AccountAdministration administration() {
        return accounts.administration();
    }

    void appointSuperuser(long userId) {
        accounts.maintenance().appointSuperuser(userId);
    }

    /** Asks for a link that resets the password of an address, and receives it; another thread may have received it already. */
    OneTimeToken resetLink(String address) {
        accounts.service().passwords().requestReset(address);
        Until.require("a link for " + address, LIMIT, () -> {
            accounts.maintenance().deliver(this::receive, MAILS);
            return links.containsKey(address);
        });
        return requireNonNull(links.remove(address));
    }

    private void receive(AccountMessage message) {
        message.token().ifPresent(link -> links.put(message.address(), link));
    }

    @Override
    public void close() {
        stores.close();
        pool.close();
    }
}
