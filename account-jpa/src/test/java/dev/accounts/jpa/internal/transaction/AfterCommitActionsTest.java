package dev.accounts.jpa.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.NewTown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What runs after the commit of a transaction of the stores' own. */
@OnEachDatabase
class AfterCommitActionsTest {

    @Parameter
    TestDatabase database;

    private JpaAccountStores stores;

    @BeforeEach
    void open() {
        database.empty();
        stores = database.stores();
    }

    @Test
    void an_action_that_fails_after_the_commit_is_no_failure_of_the_work() {
        List<String> done = new ArrayList<>();

        stores.atomically(() -> {
            stores.afterCommit(() -> {
                throw new IllegalStateException("quiet");
            });
            stores.afterCommit(() -> done.add("second"));
            return addTown();
        });

        assertThat(done).containsExactly("second");
    }

    @Test
    void an_action_after_the_commit_is_outside_the_transaction() {
        List<Long> seen = new ArrayList<>();

        stores.atomically(() -> {
            stores.afterCommit(() -> seen.add(stores.atomically(this::addTown)));
            return addTown();
        });

        assertThat(seen).hasSize(1);
        assertThat(towns()).isEqualTo(2);
    }

    private long addTown() {
        return stores.towns().insert(new NewTown("Perm", "Russia", 56, 58)).id();
    }

    private int towns() {
        return stores.towns().list(0, 10).size();
    }
}
