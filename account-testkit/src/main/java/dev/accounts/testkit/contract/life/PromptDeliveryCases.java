package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.PASSWORD_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages are delivered right after the commit, on the committing thread. */
abstract class PromptDeliveryCases {

    private final AccountsFixture fixture;
    private final List<AccountMessage> delivered = new CopyOnWriteArrayList<>();

    PromptDeliveryCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    /** Turns prompt delivery on; returns the value of a token of a new user. No other message is due then. */
    private String token() {
        fixture.restart(b -> b.deliverAfterCommit(fixture.mail().own(delivered::add), Runnable::run));
        String token = fixture.token("ana");
        fixture.mail().deliver();
        return token;
    }

    private void changePassword(String token) {
        fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
    }

    @Test
    void has_happened_when_the_call_returns() {
        token();

        fixture.service().passwords().requestReset(fixture.email("ana"));

        assertThat(Mail.lines(delivered)).containsExactly(fixture.mail().line(RESET_PASSWORD, "ana"));
        fixture.mail().reset(delivered.get(0).token().orElseThrow(), NEW_PASSWORD);
        assertThat(Mail.lines(delivered))
                .containsExactly(
                        fixture.mail().line(RESET_PASSWORD, "ana"),
                        fixture.mail().line(PASSWORD_CHANGED, "ana"));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void wakes_the_executor_for_an_unknown_address_as_for_a_known_one() {
        AtomicInteger tasks = new AtomicInteger();
        fixture.token("ana");
        fixture.restart(b -> b.deliverAfterCommit(fixture.mail().own(delivered::add), task -> {
            tasks.incrementAndGet();
            task.run();
        }));
        for (String name : new String[] {"ana", "unknown"}) {
            fixture.service().passwords().requestReset(fixture.email(name));
            assertThat(tasks.getAndSet(0)).as("reset for " + name).isEqualTo(1);
            fixture.service().emails().requestVerification(fixture.email(name));
            assertThat(tasks.getAndSet(0)).as("verification for " + name).isEqualTo(1);
        }
        assertThat(delivered).hasSize(2);
    }

    @Test
    void waits_for_the_commit_of_the_host() {
        String token = token();

        List<AccountMessage> before = fixture.stores().atomically(() -> {
            changePassword(token);
            return List.copyOf(delivered);
        });

        assertThat(before).isEmpty();
        assertThat(Mail.lines(delivered)).containsExactly(fixture.mail().line(PASSWORD_CHANGED, "ana"));
    }

    @Test
    void does_not_happen_when_the_host_rolls_back() {
        String token = token();

        assertThatThrownBy(() -> fixture.stores().atomically(() -> {
                    changePassword(token);
                    throw new IllegalStateException("the host changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(delivered).isEmpty();
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void does_not_happen_when_a_listener_stops_the_change() {
        String token = token();
        fixture.restart(b -> b.deliverAfterCommit(fixture.mail().own(delivered::add), Runnable::run)
                .listenInTransaction(event -> {
                    if (event.kind() == AccountEvent.Kind.PASSWORD_CHANGED) {
                        throw new IllegalStateException("the host says no");
                    }
                }));

        assertThatThrownBy(() -> changePassword(token)).isInstanceOf(IllegalStateException.class);

        assertThat(delivered).isEmpty();
    }

    @Test
    void leaves_what_fails_to_the_scheduler_and_the_change_stands() {
        String token = token();
        fixture.restart(b -> b.deliverAfterCommit(
                fixture.mail().own(message -> {
                    throw new IOException("no mail today");
                }),
                Runnable::run));

        changePassword(token);

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
        fixture.clock().advance(Duration.ofMinutes(1));
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(PASSWORD_CHANGED, "ana"));
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(new RejectedExecutionException("no room"), new IllegalStateException("shut down"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void leaves_to_the_scheduler_what_the_executor_has_no_room_for(RuntimeException failure) {
        String token = token();
        fixture.restart(b -> b.deliverAfterCommit(fixture.mail().own(delivered::add), task -> {
            throw failure;
        }));

        changePassword(token);

        assertThat(delivered).isEmpty();
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(PASSWORD_CHANGED, "ana"));
    }
}
