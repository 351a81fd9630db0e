package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.accounts.model.AccountException;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.Violation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class RefusalsTest {

    @Test
    void violations_are_listed_by_field_but_only_the_first_of_towns() {
        HttpReply reply = Refusals.reply(new InvalidInputException(List.of(
                new Violation("email", "a", "1"),
                new Violation("password", "b", "2"),
                new Violation("password", "c", "3"),
                new Violation("towns", "d", "4"),
                new Violation("towns", "e", "5"))));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo(Map.of("email", List.of("1"), "password", List.of("2", "3"), "towns", List.of("4")));
        assertThat(new ArrayList<>(((Map<?, ?>) reply.body()).keySet())).hasToString("[email, password, towns]");
    }

    @Test
    void bad_credentials_are_no_problem_of_a_field() {
        HttpReply reply = Refusals.reply(new BadCredentialsException());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo(Map.of("non_field_errors", List.of("Unable to log in with provided credentials.")));
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_MISSING, Authentication credentials were not provided.",
        "TOKEN_INVALID, Invalid token.",
        "USER_INACTIVE, User inactive or deleted."
    })
    void every_401_names_the_scheme(Reason reason, String detail) {
        HttpReply reply = reply(new NotAuthenticatedException(reason), 401, detail);

        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Token");
    }

    @Test
    void a_user_that_is_not_found_is_404() {
        reply(new UserNotFoundException(), 404, "Not found.");
    }

    @Test
    void what_is_not_permitted_is_403_without_the_reason() {
        reply(
                new PermissionDeniedException("the actor lacks x"),
                403,
                "You do not have permission to perform this action.");
    }

    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT1S, 1", "PT14M59.2S, 900"})
    void too_many_attempts_are_429_with_the_wait_in_whole_seconds(Duration wait, String seconds) {
        HttpReply reply = reply(new TooManyAttemptsException(wait), 429, "Request was throttled.");

        assertThat(reply.headers()).containsEntry("Retry-After", seconds);
    }

    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT1.5S, 2", "PT5S, 5", "PT2M0.1S, 121"})
    void busy_is_503_with_the_wait_in_whole_seconds(Duration wait, String seconds) {
        HttpReply reply = reply(new BusyException(wait), 503, "Busy. Try again later.");

        assertThat(reply.headers()).containsEntry("Retry-After", seconds);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void a_failed_store_is_503_and_tells_the_outcome_but_not_the_cause(Outcome outcome) {
        HttpReply reply = reply(
                new StorageException(outcome, new IllegalStateException("host db.internal is down")),
                503,
                outcome == Outcome.UNKNOWN
                        ? "Temporarily unavailable. It is not known whether this was done."
                        : "Temporarily unavailable. Nothing was changed.");
        assertThat(reply.headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void a_failed_store_is_logged_by_the_kinds_of_its_causes_without_their_messages() {
        SQLException said = new SQLException("ana@example.org is in the way", "23505");
        Logger logger = (Logger) LoggerFactory.getLogger(Refusals.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        try {
            Refusals.reply(new StorageException(Outcome.UNCHANGED, new IllegalStateException("ana", said)));
        } finally {
            logger.detachAppender(logged);
        }

        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage())
                    .isEqualTo(
                            "answered 503: the account store failed; outcome: UNCHANGED (java.lang.IllegalStateException"
                                    + " from java.sql.SQLException)");
        });
    }

    private static HttpReply reply(AccountException refusal, int status, String detail) {
        HttpReply reply = Refusals.reply(refusal);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(Map.of("detail", detail));
        assertThat(reply.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Cache-Control", "no-store");
        return reply;
    }
}
