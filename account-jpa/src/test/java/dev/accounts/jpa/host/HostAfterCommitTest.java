package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.spi.Attempts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** When an action after the commit runs in the transactions of a Spring host. */
@OnEachDatabase
class HostAfterCommitTest {

    private static final String KEY = "a".repeat(64);
    private static final Attempts COUNTED = new Attempts(1, Instant.EPOCH);

    @Parameter
    TestDatabase database;

    private SpringHost spring;
    private TransactionTemplate host;
    private JpaAccountStores stores;

    @BeforeEach
    void open() {
        spring = SpringHost.on(database);
        host = spring.transaction();
        stores = spring.stores();
    }

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
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
    void an_action_after_the_commit_never_runs_where_the_transaction_of_the_host_is_already_doomed() {
        List<String> done = new ArrayList<>();

        assertThatThrownBy(() -> host.executeWithoutResult(status -> {
                    assertThatThrownBy(() -> stores.atomically(() -> {
                                throw new BadCredentialsException();
                            }))
                            .isInstanceOf(BadCredentialsException.class);
                    stores.afterCommit(() -> done.add("never"));
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(done).isEmpty();
    }

    @Test
    void an_action_after_the_commit_runs_at_once_where_the_host_has_no_transaction() {
        List<String> done = new ArrayList<>();

        stores.afterCommit(() -> done.add("alone"));

        assertThat(done).containsExactly("alone");
    }

    @Test
    void an_action_after_the_commit_may_use_a_transaction_of_its_own() {
        host.executeWithoutResult(status -> stores.atomically(() -> {
            stores.afterCommit(() -> stores.apart(() -> stores.attempts().replace(KEY, Optional.empty(), COUNTED)));
            return stores.users().insert(SpringHost.rival());
        }));

        assertThat(spring.users()).isEqualTo(1);
        assertThat(stores.attempts().find(KEY)).contains(COUNTED);
    }
}
