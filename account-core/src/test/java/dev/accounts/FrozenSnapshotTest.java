package dev.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.fixture.Bench;
import dev.accounts.internal.account.AccountEditor;
import dev.accounts.model.StorageException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host's transaction that does not see what others changed since it began, and so can change nothing that they did. */
class FrozenSnapshotTest {

    private final Bench bench = new Bench();
    private String token = "";

    @BeforeEach
    void logIn() {
        bench.registered("alice");
        token = bench.loggedIn("alice").value();
        bench.resetCounters();
        bench.stores.frozen = true;
    }

    private void assertUnchanged(ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(StorageException.Outcome.UNCHANGED))
                .havingCause()
                .withMessage("the current transaction does not see what other writers have changed since it began");
    }

    @Test
    void is_told_of_a_change_after_a_second_look() {
        assertUnchanged(() -> bench.service.changeUsername(token, Bench.PASSWORD, "alicia"));

        assertThat(bench.stores.lookUps).isLessThan(10);
    }

    @Test
    void is_another_thing_than_a_database_that_tells_writers_of_a_change_before_it_shows_the_change_to_readers() {
        bench.stores.frozen = false;
        bench.stores.overtaken = 3;
        AtomicInteger changes = new AtomicInteger();

        new AccountEditor(bench.stores).apply(1, now -> AccountEditor.Edit.of(user -> user, changes::incrementAndGet));

        assertThat(bench.stores.overtaken).isZero();
        assertThat(changes).hasValue(1);
    }

    @Test
    void is_told_of_a_login_and_not_that_the_password_is_wrong() {
        assertUnchanged(() -> bench.loggedIn("alice"));
    }
}
