package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.AccountService;
import dev.accounts.Registration;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts that change in the transactions of a Spring host, with the host's persistence unit. */
@OnEachDatabase
class HostTransactionsTest {

    private static final String KEY = "a".repeat(64);
    private static final Registration ANA = Registration.of("ana", "k12345678").email("ana@x.org");

    @Parameter
    TestDatabase database;

    private final LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
    private TransactionTemplate host;
    private JdbcTemplate jdbc;
    private JpaAccountStores stores;
    private AccountService accounts;

    @BeforeEach
    void open() {
        database.empty();
        unit.setPersistenceUnitName("host");
        unit.setDataSource(database.pool());
        unit.setMappingResources("META-INF/account-orm.xml");
        unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        unit.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto",
                "validate",
                "hibernate.physical_naming_strategy",
                CamelCaseToUnderscoresNamingStrategy.class.getName()));
        unit.afterPropertiesSet();
        EntityManagerFactory factory = requireNonNull(unit.getObject());
        JpaTransactionManager manager = new JpaTransactionManager(factory);
        host = new TransactionTemplate(manager);
        jdbc = new JdbcTemplate(database.pool());
        stores = JpaAccountStores.within(ReadmeTest.springTransactions(factory, manager));
        accounts = AccountService.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build();
    }

    @AfterEach
    void close() {
        unit.destroy();
    }

    @Test
    void a_registration_goes_when_the_host_rolls_back() {
        host.executeWithoutResult(status -> {
            accounts.register(ANA);
            assertThat(users()).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(users()).isZero();
    }

    @Test
    void a_registration_stays_when_the_host_commits() {
        long id = host.execute(status -> accounts.register(ANA)).id();

        assertThat(users()).isEqualTo(1);
        String token = accounts.login("ana", "k12345678").value();
        assertThat(accounts.getUser(token, id).username()).isEqualTo("ana");
    }

    @Test
    void every_operation_works_without_a_transaction_of_the_host() {
        accounts.register(ANA);
        String token = accounts.login("ana", "k12345678").value();
        assertThat(accounts.me(token).email()).isEqualTo("ana@x.org");
        accounts.logout(token);
        assertThat(accounts.towns().list(0, 10)).isEmpty();
    }

    @Test
    void a_taken_name_leaves_the_transaction_of_the_host_usable() {
        accounts.register(ANA);

        host.executeWithoutResult(status -> {
            assertThatThrownBy(() -> accounts.register(ANA)).isInstanceOf(InvalidInputException.class);
            accounts.register(Registration.of("bob", "k12345678"));
        });

        assertThat(users()).isEqualTo(2);
    }

    @Test
    void a_name_that_another_took_meanwhile_leaves_the_transaction_of_the_host_usable() {
        // The rival commits after the host's transaction has looked at the table, so that only the key decides.
        host.executeWithoutResult(status -> {
            assertThat(accounts.towns().find(1)).isEmpty();
            CompletableFuture.runAsync(() -> database.stores().users().insert(rival()))
                    .join();
            assertThatThrownBy(() -> accounts.register(ANA)).isInstanceOf(InvalidInputException.class);
            accounts.register(Registration.of("bob", "k12345678"));
        });

        assertThat(users()).isEqualTo(2);
    }

    @Test
    void what_is_counted_apart_stands_after_the_host_rolled_back() {
        host.executeWithoutResult(status -> {
            stores.outbox().add(Optional.empty(), Kind.RESET_PASSWORD, "", Instant.EPOCH);
            assertThat(count(1)).isTrue();
            status.setRollbackOnly();
        });

        assertThat(stores.attempts().find(KEY)).contains(new Attempts(1, Instant.EPOCH));
        assertThat(stores.outbox().claim(Instant.EPOCH, Instant.EPOCH, 1)).isEmpty();
    }

    @Test
    void what_is_counted_apart_is_undone_alone_when_it_fails() {
        host.executeWithoutResult(status -> {
            accounts.register(ANA);
            assertThatThrownBy(() -> stores.apart(() -> {
                        stores.attempts().replace(KEY, Optional.empty(), new Attempts(1, Instant.EPOCH));
                        throw new BadCredentialsException();
                    }))
                    .isInstanceOf(BadCredentialsException.class);
            accounts.register(Registration.of("bob", "k12345678"));
        });

        assertThat(stores.attempts().find(KEY)).isEmpty();
        assertThat(users()).isEqualTo(2);
    }

    @Test
    void an_action_after_the_commit_runs_when_the_host_commits() {
        List<String> done = new ArrayList<>();

        host.executeWithoutResult(status -> {
            stores.atomically(() -> {
                stores.afterCommit(() -> done.add("first"));
                return true;
            });
            stores.afterCommit(() -> done.add("second"));
            assertThat(done).isEmpty();
        });

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void an_action_after_the_commit_never_runs_when_the_host_rolls_back() {
        List<String> done = new ArrayList<>();

        host.executeWithoutResult(status -> {
            stores.afterCommit(() -> done.add("joined"));
            stores.apart(() -> {
                stores.afterCommit(() -> done.add("apart"));
                return true;
            });
            status.setRollbackOnly();
        });

        assertThat(done).containsExactly("apart");
    }

    @Test
    void an_action_after_the_commit_runs_at_once_where_the_host_has_no_transaction() {
        List<String> done = new ArrayList<>();

        stores.afterCommit(() -> done.add("alone"));

        assertThat(done).containsExactly("alone");
    }

    @Test
    void atomic_work_goes_when_the_host_rolls_back() {
        host.executeWithoutResult(status -> {
            assertThat(stores.atomically(() -> stores.users().insert(rival()))).isInstanceOf(Insertion.Stored.class);
            status.setRollbackOnly();
        });

        assertThat(users()).isZero();
    }

    @Test
    void atomic_work_that_returns_a_refusal_leaves_the_transaction_of_the_host_usable() {
        accounts.register(ANA);

        host.executeWithoutResult(status -> {
            assertThat(stores.atomically(() -> stores.users().insert(rival()))).isInstanceOf(Insertion.Refused.class);
            accounts.register(Registration.of("bob", "k12345678"));
        });

        assertThat(users()).isEqualTo(2);
    }

    @Test
    void atomic_work_that_throws_takes_the_transaction_of_the_host_with_it() {
        assertThatThrownBy(() -> host.executeWithoutResult(status -> {
                    accounts.register(ANA);
                    assertThatThrownBy(() -> stores.atomically(() -> {
                                stores.users().insert(rival());
                                throw new BadCredentialsException();
                            }))
                            .isInstanceOf(BadCredentialsException.class);
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(users()).isZero();
    }

    @Test
    void atomic_work_is_undone_without_a_transaction_of_the_host_too() {
        assertThatThrownBy(() -> stores.atomically(() -> {
                    stores.users().insert(rival());
                    throw new BadCredentialsException();
                }))
                .isInstanceOf(BadCredentialsException.class);

        assertThat(users()).isZero();
    }

    private boolean count(int attempts) {
        return stores.apart(
                () -> stores.attempts().replace(KEY, Optional.empty(), new Attempts(attempts, Instant.EPOCH)));
    }

    private static NewUser rival() {
        Claim claim = Claim.of(Optional.of("ana"), Optional.empty(), List.of());
        return new NewUser("ana", "", claim, "rival", Instant.EPOCH);
    }

    private int users() {
        Integer count = jdbc.queryForObject("select count(*) from account_user", Integer.class);
        return count == null ? 0 : count;
    }
}
