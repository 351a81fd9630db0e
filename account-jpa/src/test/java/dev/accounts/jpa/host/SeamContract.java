package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the stores need of a seam to a host's transactions. */
abstract class SeamContract {

    @Parameter
    TestDatabase database;

    private final IllegalStateException failure = new IllegalStateException("the work failed");
    private AccountTransactions seam;

    abstract AccountTransactions seam();

    @BeforeEach
    void open() {
        database.empty();
        seam = seam();
    }

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void tells_whether_a_transaction_is_under_way() {
        assertTellsTheTruth(seam);
    }

    static void assertTellsTheTruth(AccountTransactions seam) {
        assertThat(seam.isUnderWay()).as("before").isFalse();
        assertThat(seam.<Boolean>call(any -> seam.isUnderWay())).as("in call").isTrue();
        assertThat(seam.<Boolean>callNew(any -> seam.isUnderWay()))
                .as("in callNew")
                .isTrue();
        seam.call(outer -> {
            assertThat(seam.<Boolean>call(any -> seam.isUnderWay()))
                    .as("joined")
                    .isTrue();
            assertThat(seam.<Boolean>callNew(any -> seam.isUnderWay()))
                    .as("apart")
                    .isTrue();
            assertThat(seam.<Boolean>read(any -> seam.isUnderWay())).as("read").isTrue();
            assertThat(seam.isUnderWay()).as("again").isTrue();
            return true;
        });
        seam.read(entityManager -> entityManager.createNativeQuery("select 1").getSingleResult());
        assertThat(seam.isUnderWay()).as("after").isFalse();
        assertThatThrownBy(() -> seam.call(entityManager -> entityManager.find(Object.class, 1)))
                .isInstanceOf(RuntimeException.class);
        assertThat(seam.isUnderWay()).as("after a failure").isFalse();
    }

    @Test
    void commits_when_the_work_returns_and_rolls_back_when_it_throws() {
        seam.call(entityManager -> add(entityManager, "kept"));
        seam.callNew(entityManager -> add(entityManager, "kept apart"));
        assertThatThrownBy(() -> seam.call(entityManager -> add(entityManager, "lost") && fail()))
                .isSameAs(failure);
        assertThatThrownBy(() -> seam.callNew(entityManager -> add(entityManager, "lost") && fail()))
                .isSameAs(failure);

        assertThat(groups()).containsExactly("kept", "kept apart");
    }

    @Test
    void a_call_joins_and_a_new_call_does_not() {
        assertThatThrownBy(() -> seam.call(outer -> {
                    add(outer, "outer");
                    seam.call(entityManager -> add(entityManager, "joined"));
                    seam.callNew(entityManager ->
                            add(entityManager, "apart") && seam.<Boolean>call(inner -> add(inner, "joined to that")));
                    assertThat(seam.<List<?>>read(SeamContract::groups)).hasSize(4);
                    return fail();
                }))
                .isSameAs(failure);

        assertThat(groups()).containsExactly("apart", "joined to that");
    }

    @Test
    void half_a_piece_of_work_is_not_committed_when_its_exception_is_caught() {
        assertThatThrownBy(() -> seam.call(outer -> {
                    add(outer, "outer");
                    assertThatThrownBy(() -> seam.call(entityManager -> add(entityManager, "half") && fail()))
                            .isSameAs(failure);
                    return true;
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(groups()).isEmpty();
    }

    @Test
    void an_action_waits_for_the_commit_of_its_transaction() {
        List<String> done = new ArrayList<>();

        seam.call(outer -> {
            seam.afterCommit(outer, () -> done.add("outer"));
            seam.callNew(apart -> {
                seam.afterCommit(apart, () -> done.add("apart"));
                assertThat(done).isEmpty();
                return true;
            });
            assertThat(done).containsExactly("apart");
            return true;
        });
        assertThat(done).containsExactly("apart", "outer");

        assertThatThrownBy(() -> seam.call(outer -> {
                    seam.afterCommit(outer, () -> done.add("never"));
                    return fail();
                }))
                .isSameAs(failure);
        assertThat(done).containsExactly("apart", "outer");
    }

    private static boolean add(EntityManager entityManager, String group) {
        entityManager
                .createNativeQuery("insert into account_group (name) values ('" + group + "')")
                .executeUpdate();
        return true;
    }

    private boolean fail() {
        throw failure;
    }

    private static List<?> groups(EntityManager entityManager) {
        return entityManager.createNativeQuery("select name from account_group").getResultList();
    }

    private List<String> groups() {
        return database.cells("select name from account_group order by name");
    }
}
