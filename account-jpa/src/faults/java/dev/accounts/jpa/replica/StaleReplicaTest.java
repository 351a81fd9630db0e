package dev.accounts.jpa.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.faults.Until;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host whose staff search on a streaming replica of PostgreSQL, which falls behind or fails. */
@Tag("faults")
class StaleReplicaTest {

    private static final String PASSWORD = "correct-Horse-7";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ReplicatedPostgres servers;
    private HikariDataSource primary;
    private HikariDataSource replica;
    private JpaAccountStores stores;
    private Accounts system;
    private AccountService accounts;
    private long root;

    @BeforeEach
    void register_a_superuser_that_the_replica_knows() throws IOException, SQLException {
        servers = ReplicatedPostgres.asynchronous("stale");
        primary = pool(servers.primary().url());
        replica = pool(servers.replica().url());
        AccountSchema.of(primary).createIfMissing();
        stores = JpaAccountStores.over(primary).readReplica(replica);
        system = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build();
        accounts = system.service();
        root = accounts.register(Registration.of("root", PASSWORD)).id();
        system.maintenance().appointSuperuser(root);
        awaitFound("root");
    }

    @AfterEach
    void every_connection_is_back_in_the_pools() throws IOException {
        try {
            assertThat(primary.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(replica.getHikariPoolMXBean().getActiveConnections()).isZero();
        } finally {
            stores.close();
            replica.close();
            primary.close();
            servers.close();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(2000);
        return new HikariDataSource(config);
    }

    private List<String> found() {
        return system.administration().search(root, UserSearch.all()).stream()
                .map(User::username)
                .toList();
    }

    private void awaitFound(String... names) {
        Until.require("found: " + List.of(names), LIMIT, () -> {
            try {
                return found().equals(List.of(names));
            } catch (StorageException notYet) {
                return false;
            }
        });
    }

    @Test
    void only_searches_are_late_when_the_replay_is() throws SQLException {
        servers.pause();
        long ana = accounts.register(Registration.of("ana", PASSWORD)).id();
        String token = accounts.login("ana", PASSWORD).value();

        assertThat(accounts.me(token).id()).isEqualTo(ana);
        assertThat(accounts.getUser(token, ana).username()).isEqualTo("ana");
        assertThat(found()).containsExactly("root");
        assertThat(stores.atomically(this::found)).containsExactly("root", "ana");

        accounts.logout(token);
        assertThatThrownBy(() -> accounts.me(token)).isInstanceOf(NotAuthenticatedException.class);
        assertThat(found()).containsExactly("root");

        servers.resume();
        awaitFound("root", "ana");
    }

    @Test
    void only_searches_fail_while_the_replica_is_down() {
        servers.replica().kill();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::found)
                .satisfies(refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED));
        accounts.register(Registration.of("ana", PASSWORD));
        String token = accounts.login("ana", PASSWORD).value();
        assertThat(accounts.me(token).username()).isEqualTo("ana");

        servers.replica().start();
        awaitFound("root", "ana");
    }
}
