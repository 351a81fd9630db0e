package dev.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent.Reason;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccountEventTest {

    private static final EventContext CONTEXT =
            new EventContext(Instant.EPOCH, Optional.of(1L), Optional.of(2L), Optional.of("192.0.2.7"));

    private static final UUID SESSION = new UUID(1, 2);

    private static final Map<Class<?>, Object> EXAMPLES = Map.of(
            EventContext.class,
            CONTEXT,
            UUID.class,
            SESSION,
            int.class,
            Integer.MIN_VALUE,
            Reason.class,
            Reason.UNKNOWN_USER);

    /** One of each kind. */
    static List<AccountEvent> events() {
        return Stream.of(AccountEvent.class.getPermittedSubclasses())
                .map(AccountEventTest::example)
                .toList();
    }

    private static AccountEvent example(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(EXAMPLES::get).toArray();
        try {
            return (AccountEvent) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("what does " + kind + " hold?", e);
        }
    }

    /** They stand in tables and on dashboards of hosts. */
    @Test
    void names_stay_as_they_are() {
        assertThat(events())
                .extracting(AccountEvent::name)
                .containsExactlyInAnyOrder(
                        "registered",
                        "logged_in",
                        "login_refused",
                        "throttled",
                        "logged_out",
                        "sessions_ended",
                        "password_reset_requested",
                        "password_reset",
                        "password_changed",
                        "username_changed",
                        "email_change_requested",
                        "email_change_withdrawn",
                        "email_changed",
                        "email_verified",
                        "deactivated",
                        "reactivated",
                        "rights_changed",
                        "role_changed",
                        "exported",
                        "deleted");
    }

    @ParameterizedTest
    @MethodSource("events")
    void name_and_detail_fit_into_their_columns(AccountEvent event) {
        assertThat(event.name()).matches("[a-z]+(_[a-z]+)*").hasSizeLessThanOrEqualTo(30);
        assertThat(event.detail()).matches("[ -~]*").hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_circumstances(AccountEvent event) {
        assertThat(event.context()).isEqualTo(CONTEXT);
    }

    @Test
    void details_are_the_session_the_number_or_nothing() {
        assertThat(new AccountEvent.LoggedIn(CONTEXT, SESSION).detail()).isEqualTo(SESSION.toString());
        assertThat(new AccountEvent.LoggedOut(CONTEXT, SESSION).detail()).isEqualTo(SESSION.toString());
        assertThat(new AccountEvent.SessionsEnded(CONTEXT, 3).detail()).isEqualTo("3");
        assertThat(new AccountEvent.Deleted(CONTEXT).detail()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_says_why_in_one_word(Reason reason) {
        assertThat(new AccountEvent.LoginRefused(CONTEXT, reason).detail()).matches("[a-z]+(_[a-z]+)*");
    }
}
