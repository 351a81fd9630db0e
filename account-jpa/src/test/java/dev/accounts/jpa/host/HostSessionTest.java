package dev.accounts.jpa.host;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Accounts of a Spring host that binds a session to each request, as Spring Boot does unless told otherwise. */
@OnEachDatabase
class HostSessionTest {

    @Parameter
    TestDatabase database;

    private final List<Integer> connectionsWhileHashing = new ArrayList<>();
    private HikariDataSource pool;
    private SpringHost spring;
    private EntityManagerFactory factory;
    private EntityManager session;
    private AccountService accounts;

    /** Notes how many connections are in use when it works. */
    private final class NotingHasher implements PasswordHasher {

        private final PasswordHasher hasher = new FastPasswordHasher();

        @Override
        public String hash(CharSequence password) {
            connectionsWhileHashing.add(connections());
            return hasher.hash(password);
        }

        @Override
        public boolean verify(CharSequence password, String hash) {
            connectionsWhileHashing.add(connections());
            return hasher.verify(password, hash);
        }

        @Override
        public boolean needsRehash(String hash) {
            return hasher.needsRehash(hash);
        }
    }

    @BeforeEach
    void bind_a_session_where_the_pool_has_one_connection() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.pool());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2_000);
        pool = new HikariDataSource(config);
        database.empty();
        spring = SpringHost.over(pool);
        accounts = Accounts.builder(spring.stores())
                .passwordHasher(new NotingHasher())
                .build()
                .service();
        factory = requireNonNull(spring.unit().getObject());
        session = factory.createEntityManager();
        TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(session));
    }

    @AfterEach
    void close() {
        TransactionSynchronizationManager.unbindResource(factory);
        session.close();
        spring.close();
        pool.close();
    }

    @Test
    void a_request_uses_one_connection_at_a_time_and_keeps_none() {
        accounts.register(Registration.of("ana", "k12345678"));
        assertThat(connections()).isZero();
        String token = accounts.login("ana", "k12345678").value();
        assertThat(connections()).isZero();
        assertThat(accounts.me(token).username()).isEqualTo("ana");
        assertThat(connections()).isZero();
    }

    @Test
    void no_connection_is_kept_while_a_password_is_hashed() {
        accounts.register(Registration.of("ana", "k12345678"));
        accounts.login("ana", "k12345678");

        assertThat(connectionsWhileHashing).isNotEmpty().containsOnly(0);
    }

    @Test
    void what_is_done_after_a_commit_needs_no_second_connection() {
        List<Integer> connectionsAfterCommit = new ArrayList<>();

        spring.stores().atomically(() -> {
            spring.stores().afterCommit(() -> connectionsAfterCommit.add(connections()));
            return true;
        });

        assertThat(connectionsAfterCommit).containsExactly(0);
    }

    @Test
    void the_session_of_the_request_stays_bound() {
        accounts.register(Registration.of("ana", "k12345678"));

        assertThat(TransactionSynchronizationManager.getResource(factory))
                .isInstanceOfSatisfying(
                        EntityManagerHolder.class,
                        holder -> assertThat(holder.getEntityManager()).isSameAs(session));
    }

    @Test
    void a_transaction_of_the_host_takes_the_account_with_it_all_the_same() {
        spring.transaction().executeWithoutResult(status -> {
            accounts.register(Registration.of("ana", "k12345678"));
            status.setRollbackOnly();
        });

        assertThat(database.cells("select username from account_user")).isEmpty();
    }

    @Test
    void nobody_hears_of_a_change_before_the_host_commits() {
        List<String> heard = new ArrayList<>();
        AccountService listened = Accounts.builder(spring.stores())
                .passwordHasher(new FastPasswordHasher())
                .listenAfterCommit(event -> heard.add(event.name()))
                .build()
                .service();

        spring.transaction().executeWithoutResult(status -> {
            listened.register(Registration.of("ana", "k12345678"));
            assertThat(heard).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(heard).isEmpty();

        spring.transaction().executeWithoutResult(status -> listened.register(Registration.of("bob", "k12345678")));
        assertThat(heard).containsExactly("registered");
    }

    private int connections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }
}
