package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.Insertion;
import dev.accounts.testkit.FastPasswordHasher;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Units of work in the transactions of a Spring host, and apart from them. */
@OnEachDatabase
class HostUnitOfWorkTest {

    private static final String KEY = "a".repeat(64);
    private static final Registration ANA = Registration.of("ana", "k12345678").email("ana@x.org");

    @Parameter
    TestDatabase database;

    private SpringHost spring;
    private TransactionTemplate host;
    private JpaAccountStores stores;
    private AccountService accounts;

    @BeforeEach
    void open() {
        spring = SpringHost.on(database);
        host = spring.transaction();
        stores = spring.stores();
        accounts = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build()
                .service();
    }

    @Test
    void what_is_counted_apart_stands_after_the_host_rolled_back() {
        long id = accounts.register(ANA).id();
        host.executeWithoutResult(status -> {
            stores.outbox().add(Optional.of(id), Kind.RESET_PASSWORD, "", Instant.EPOCH);
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
    void atomic_work_goes_when_the_host_rolls_back() {
        host.executeWithoutResult(status -> {
            assertThat(stores.atomically(() -> stores.users().insert(SpringHost.rival())))
                    .isInstanceOf(Insertion.Stored.class);
            status.setRollbackOnly();
        });

        assertThat(users()).isZero();
    }

    @Test
    void atomic_work_that_returns_a_refusal_leaves_the_transaction_of_the_host_usable() {
        accounts.register(ANA);

        host.executeWithoutResult(status -> {
            assertThat(stores.atomically(() -> stores.users().insert(SpringHost.rival())))
                    .isInstanceOf(Insertion.Refused.class);
            accounts.register(Registration.of("bob", "k12345678"));
        });

        assertThat(users()).isEqualTo(2);
    }

    @Test
    void atomic_work_that_throws_takes_the_transaction_of_the_host_with_it() {
        assertThatThrownBy(() -> host.executeWithoutResult(status -> {
                    accounts.register(ANA);
                    assertThatThrownBy(() -> stores.atomically(() -> {
                                stores.users().insert(SpringHost.rival());
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
                    stores.users().insert(SpringHost.rival());
                    throw new BadCredentialsException();
                }))
                .isInstanceOf(BadCredentialsException.class);

        assertThat(users()).isZero();
    }

    private boolean count(int attempts) {
        return stores.apart(
                () -> stores.attempts().replace(KEY, Optional.empty(), new Attempts(attempts, Instant.EPOCH)));
    }

    private int users() {
        return spring.users();
    }
}
