package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.host.SpringHost;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.UserSearch;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Which of two databases answers, of which each has what the other does not have. */
@OnEachDatabase
class ReadReplicaTest {

    private static final String PASSWORD = "k12345678";
    private static final UserSearch ALL = UserSearch.all();

    @Parameter
    TestDatabase database;

    private HikariDataSource replica;
    private JpaAccountStores stores;
    private JpaAccountStores there;
    private Accounts system;
    private AccountService accounts;
    private long root;

    @BeforeEach
    void open() throws SQLException {
        database.empty();
        replica = database.anotherDatabase();
        AccountSchema.of(replica).createIfMissing();
        there = JpaAccountStores.over(replica);
        stores = database.stores().readReplica(replica);
        system = over(stores);
        accounts = system.service();
        root = accounts.register(Registration.of("root", PASSWORD)).id();
        system.maintenance().appointSuperuser(root);
        over(there).service().register(Registration.of("only.there", PASSWORD).email("there@example.org"));
    }

    @AfterEach
    void every_connection_is_back_in_the_pools() {
        assertThat(replica.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
        there.close();
        replica.close();
    }

    private static Accounts over(JpaAccountStores stores) {
        return Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .audit(stores.audit(), AuditPolicy.defaults())
                .build();
    }

    private static List<String> names(List<User> users) {
        return users.stream().map(User::username).toList();
    }

    private List<String> found() {
        return names(stores.users().search(ALL));
    }

    @Nested
    class TheReplicaAnswers {

        @Test
        void staff_who_search_for_users() {
            assertThat(names(system.administration().search(root, ALL.prefix("only"))))
                    .containsExactly("only.there");
            assertThat(names(system.administration().search(root, ALL))).containsExactly("only.there");
        }

        @Test
        void staff_who_search_for_towns() {
            Town perm = over(there).service().towns().create("Perm", "Russia", 56.3, 58);
            accounts.towns().create("Perm", "here", 1, 2);

            assertThat(system.administration().towns().search(root, "Pe", 0, 10))
                    .containsExactly(perm);
        }

        @Test
        void who_reads_the_audit_table() {
            assertThat(stores.audit().list(Optional.empty(), 0, 10))
                    .isEqualTo(there.audit().list(Optional.empty(), 0, 10))
                    .extracting(AuditEntry::event)
                    .containsExactly("registered");
        }
    }

    @Nested
    class ThePrimaryAnswers {

        @Test
        void who_registers_logs_in_or_shows_a_token() {
            String stale = over(there).service().login("only.there", PASSWORD).value();

            assertThat(accounts.isRegistered("only.there")).isFalse();
            assertThatThrownBy(() -> accounts.login("only.there", PASSWORD))
                    .isInstanceOf(BadCredentialsException.class);
            assertThatThrownBy(() -> accounts.me(stale)).isInstanceOf(NotAuthenticatedException.class);
            assertThatThrownBy(() -> accounts.caller(stale)).isInstanceOf(NotAuthenticatedException.class);
            assertThat(accounts.register(Registration.of("only.there", PASSWORD).email("there@example.org"))
                            .username())
                    .isEqualTo("only.there");
        }

        @Test
        void who_is_logged_in() {
            String token = accounts.login("root", PASSWORD).value();

            assertThat(accounts.me(token).username()).isEqualTo("root");
            assertThat(accounts.getUser(token, root).username()).isEqualTo("root");
            assertThat(accounts.sessions().list(token)).hasSize(1);
            assertThatThrownBy(() -> accounts.getUser(token, root + 1)).isInstanceOf(UserNotFoundException.class);
            accounts.logout(token);
            assertThatThrownBy(() -> accounts.me(token)).isInstanceOf(NotAuthenticatedException.class);
        }

        @Test
        void who_looks_whether_there_are_towns_yet() {
            Town perm = over(there).service().towns().create("Perm", "Russia", 56.3, 58);

            assertThat(accounts.towns().list(0, 10)).isEmpty();
            assertThat(accounts.towns().find(perm.id())).isEmpty();
        }

        @Test
        void work_that_is_under_way() {
            assertThat(stores.atomically(this::found)).containsExactly("root");
            assertThat(stores.apart(this::found)).containsExactly("root");
            assertThat(stores.reading(this::found)).containsExactly("root");
            assertThat(database.stores().atomically(this::found)).containsExactly("root");
            assertThat(stores.atomically(() -> stores.audit().list(Optional.of(root), 0, 10)))
                    .isNotEmpty();
            assertThat(stores.atomically(() -> stores.towns().search("", 0, 10)))
                    .isEmpty();
            assertThat(found()).containsExactly("only.there");
        }

        private List<String> found() {
            return ReadReplicaTest.this.found();
        }

        @Test
        void who_exports_the_own_account() {
            String token = accounts.login("root", PASSWORD).value();

            assertThat(accounts.export(token).get("events"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSizeGreaterThan(1);
        }

        @Test
        void a_host_in_a_transaction_of_its_own() {
            SpringHost host = database.spring();
            JpaAccountStores inHost = host.stores().readReplica(replica);

            List<String> inTransaction = host.transaction().execute(status -> {
                over(inHost).service().register(Registration.of("ana", PASSWORD));
                return names(inHost.users().search(ALL));
            });

            assertThat(inTransaction).containsExactly("root", "ana");
            assertThat(names(inHost.users().search(ALL))).containsExactly("only.there");
        }
    }
}
