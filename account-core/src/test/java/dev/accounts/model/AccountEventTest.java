package dev.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.AccountEvent.Reason;
import java.time.Instant;
import java.util.List;
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

    /** One of each kind. */
    static List<AccountEvent> events() {
        return Stream.of(Kind.values()).map(AccountEventTest::example).toList();
    }

    private static AccountEvent example(Kind kind) {
        return switch (kind) {
            case LOGGED_IN -> new AccountEvent.LoggedIn(CONTEXT, SESSION);
            case LOGGED_OUT -> new AccountEvent.LoggedOut(CONTEXT, SESSION);
            case LOGIN_REFUSED -> new AccountEvent.LoginRefused(CONTEXT, Reason.UNKNOWN_USER);
            case SESSIONS_ENDED -> new AccountEvent.SessionsEnded(CONTEXT, Integer.MIN_VALUE);
            default -> new AccountEvent.Plain(kind, CONTEXT);
        };
    }

    @Test
    void every_event_tells_its_kind() {
        assertThat(events()).extracting(AccountEvent::kind).containsExactly(Kind.values());
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGGED_IN", "LOGGED_OUT", "LOGIN_REFUSED", "SESSIONS_ENDED"})
    void a_kind_with_a_type_of_its_own_is_no_plain_event(Kind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountEvent.Plain(kind, CONTEXT))
                .withMessage("kind has a type of its own: " + kind);
    }

    /** They stand in tables and on dashboards of hosts. */
    @Test
    void names_stay_as_they_are() {
        assertThat(events())
                .extracting(AccountEvent::name)
                .containsExactlyInAnyOrder(
                        "registered",
                        "second_factor_asked",
                        "totp_enrolled",
                        "passkey_registered",
                        "passkey_copied",
                        "factor_removed",
                        "personal_token_issued",
                        "acting_begun",
                        "factors_removed",
                        "recovery_codes_issued",
                        "recovery_code_used",
                        "reauthenticated",
                        "logged_in",
                        "login_refused",
                        "throttled",
                        "logged_out",
                        "sessions_ended",
                        "password_reset_requested",
                        "password_reset",
                        "password_changed",
                        "username_reset_requested",
                        "username_changed",
                        "email_change_requested",
                        "email_change_withdrawn",
                        "email_changed",
                        "email_verified",
                        "deactivated",
                        "reactivated",
                        "rights_changed",
                        "role_changed",
                        "profile_changed",
                        "town_changed",
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
        assertThat(new AccountEvent.Plain(Kind.DELETED, CONTEXT).detail()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_says_why_in_one_word(Reason reason) {
        assertThat(new AccountEvent.LoginRefused(CONTEXT, reason).detail()).matches("[a-z]+(_[a-z]+)*");
    }
}
