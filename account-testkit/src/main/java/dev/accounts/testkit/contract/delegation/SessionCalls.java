package dev.accounts.testkit.contract.delegation;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.model.factor.Proof;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.Emails;
import dev.accounts.service.Factors;
import dev.accounts.service.Passkeys;
import dev.accounts.service.Passwords;
import dev.accounts.service.Sessions;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.internal.AccountsFixture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a session may do and no delegated token: all that touches credentials, factors, sessions and the account as a whole. */
final class SessionCalls {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final UUID UNKNOWN = new UUID(0, 1);

    private final Map<String, Consumer<String>> calls = new LinkedHashMap<>();
    private final AccountsFixture fixture;
    private final long userId;

    /**
     * Restarts the host so that it offers all of it: what is denied then is denied to the token.
     *
     * @param userId an ordinary user
     */
    SessionCalls(AccountsFixture fixture, long userId) {
        this.fixture = fixture;
        this.userId = userId;
        fixture.restart(builder -> builder.tokens(TokenPolicy.defaults().allowPersonalTokens())
                .passkeys(PasskeyPolicy.of("example.org", "https://example.org"), PasskeyDevice.verifier()));
        addSessions();
        addCredentials();
        addAccount();
        addFactors();
        addPasskeys();
    }

    private void addSessions() {
        Sessions sessions = fixture.service().sessions();
        PersonalTokenRequest request = new PersonalTokenRequest("x", Set.of(), MINUTE);
        calls.put("sessions list", sessions::list);
        calls.put("sessions end", token -> sessions.end(token, UNKNOWN));
        calls.put("sessions endOthers", sessions::endOthers);
        calls.put("sessions endAll", sessions::endAll);
        calls.put("sessions issuePersonal", token -> sessions.issuePersonal(token, request));
        calls.put("sessions actAs", token -> sessions.actAs(token, userId, MINUTE));
    }

    private void addCredentials() {
        Passwords passwords = fixture.service().passwords();
        Emails emails = fixture.service().emails();
        calls.put("passwords change", token -> passwords.change(token, PASSWORD, NEW_PASSWORD));
        calls.put("passwords confirm", token -> passwords.confirm(token, PASSWORD));
        calls.put("emails change", token -> emails.change(token, PASSWORD, fixture.email("new")));
        calls.put("emails pending", emails::pending);
        calls.put(
                "changeUsername", token -> fixture.service().changeUsername(token, PASSWORD, fixture.unique("other")));
        calls.put("confirm", token -> fixture.service().confirm(token, Proof.password(PASSWORD)));
    }

    private void addAccount() {
        calls.put(
                "profile change of the address",
                token -> fixture.service()
                        .profile()
                        .change(token, ProfileChange.none(), PASSWORD, fixture.email("newer")));
        calls.put("delete", token -> fixture.service().delete(token, PASSWORD));
        calls.put("export", token -> fixture.service().export(token));
    }

    private void addFactors() {
        Factors factors = fixture.service().factors();
        calls.put("factors list", factors::list);
        calls.put("factors beginTotp", factors::beginTotp);
        calls.put("factors confirmTotp", token -> factors.confirmTotp(token, "enrolment", "123456"));
        calls.put("factors removeTotp", factors::removeTotp);
        calls.put("factors replaceRecoveryCodes", factors::replaceRecoveryCodes);
        calls.put("factors replaceUsedRecoveryCodes", factors::replaceUsedRecoveryCodes);
    }

    private void addPasskeys() {
        Passkeys passkeys = fixture.service().factors().passkeys();
        PasskeyRegistration answer = new PasskeyRegistration("", "", Set.of());
        calls.put("passkeys beginRegistration", passkeys::beginRegistration);
        calls.put("passkeys register", token -> passkeys.register(token, answer, ""));
        calls.put("passkeys rename", token -> passkeys.rename(token, UNKNOWN, "x"));
        calls.put("passkeys remove", token -> passkeys.remove(token, UNKNOWN));
        calls.put("passkeys beginConfirmation", passkeys::beginConfirmation);
    }

    /** Asserts that a token may do nothing of it. */
    void assertDenied(String token) {
        calls.forEach((name, call) -> assertThatExceptionOfType(PermissionDeniedException.class)
                .as(name)
                .isThrownBy(() -> call.accept(token)));
    }

    /**
     * Asserts that a session may do all of it, so that a denial is about the token.
     *
     * @param session logs another user in who may act as users
     */
    void assertAllowed(Supplier<String> session) {
        calls.forEach((name, call) ->
                assertThat(isDenied(call, session.get())).as(name).isFalse());
    }

    private static boolean isDenied(Consumer<String> call, String token) {
        try {
            call.accept(token);
            return false;
        } catch (PermissionDeniedException denied) {
            return true;
        } catch (AccountException otherwiseRefused) {
            return false;
        }
    }
}
