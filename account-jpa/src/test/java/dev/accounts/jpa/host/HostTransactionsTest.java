package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts that change in the transactions of a Spring host, with the host's persistence unit. */
@OnEachDatabase
public class HostTransactionsTest {

    private static final Registration ANA = Registration.of("ana", "k12345678").email("ana@x.org");

    @Parameter
    TestDatabase database;

    private SpringHost spring;
    private TransactionTemplate host;
    private AccountService accounts;

    @BeforeEach
    void open() {
        spring = SpringHost.on(database);
        host = spring.transaction();
        accounts = Accounts.builder(stores(spring))
                .passwordHasher(new FastPasswordHasher())
                .build()
                .service();
    }

    JpaAccountStores stores(SpringHost application) {
        return application.stores();
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
        // The rival commits after the host's transaction has looked at the table, so that only the key decides. In a
        // snapshot of MariaDB nothing can decide any more.
        host.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        host.executeWithoutResult(status -> {
            assertThat(accounts.towns().find(1)).isEmpty();
            CompletableFuture.runAsync(() -> database.stores().users().insert(SpringHost.rival()))
                    .join();
            assertThatThrownBy(() -> accounts.register(ANA)).isInstanceOf(InvalidInputException.class);
            accounts.register(Registration.of("bob", "k12345678"));
        });

        assertThat(users()).isEqualTo(2);
    }

    private int users() {
        return spring.users();
    }
}
