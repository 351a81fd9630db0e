package dev.accounts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.password.DjangoPasswordHasher;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.Claim;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.UserKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the library logs at its most talkative in the life of an account; the first five operations are core's own test. */
class SecretsInLifeLogsTest {

    private static final String PASSWORD = TestAccounts.PASSWORD;
    private static final String NEW_PASSWORD = "battery-Staple-9";
    private static final String WRONG = "xK9#mQ2z-wrong";
    private static final String DJANGO_PASSWORD = "django-Horse-3";
    private static final String DJANGO_HASH =
            "pbkdf2_sha256$1000$saltsaltsalt$aPcxqiSXVTeeQ+yc7pUWks4NU9ZWhI72BABPf8ZZ8os=";

    private final TestAccounts accounts =
            TestAccounts.create(builder -> builder.passwordHasher(DjangoPasswordHasher.over(
                            Argon2idHasher.builder().memoryKib(7168).passes(5).build()))
                    .emails(EmailPolicy.defaults().requireVerification()));
    private final LibraryLog log = new LibraryLog();
    private final List<String> secrets =
            new ArrayList<>(List.of(PASSWORD, NEW_PASSWORD, WRONG, DJANGO_PASSWORD, DJANGO_HASH, "argon2id$"));

    @BeforeEach
    void open() {
        log.open();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void assertLogged(String... phrases) {
        assertThat(log.text()).contains(phrases).doesNotContain(secrets);
    }

    private OneTimeToken link(Kind kind) {
        return noted(accounts.deliver().stream()
                .filter(message -> message.kind() == kind)
                .reduce((older, newer) -> newer)
                .orElseThrow());
    }

    private OneTimeToken noted(AccountMessage message) {
        OneTimeToken token = message.token().orElseThrow();
        secrets.add(token.value());
        secrets.add(TokenDigest.of(message.kind().name() + ":" + token.value()).hex());
        return token;
    }

    private long verified(String name) {
        long id = accounts.service()
                .register(Registration.of(name, PASSWORD).email(name + "@example.org"))
                .id();
        confirm(link(Kind.VERIFY_EMAIL));
        return id;
    }

    private void confirm(OneTimeToken link) {
        accounts.service().emails().confirm(link.uid(), link.value());
    }

    private String login(String name, String password) {
        String token = accounts.service().login(name, password).value();
        secrets.add(token);
        secrets.add(TokenDigest.of(token).hex());
        return token;
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isNotNull();
    }

    @Test
    void a_change_of_the_password_and_sessions_leave_no_secret_there() {
        verified("ana");
        String token = login("ana", PASSWORD);
        String other = login("ana", PASSWORD);

        refused(() -> accounts.service().passwords().change(token, WRONG, NEW_PASSWORD));
        accounts.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
        refused(() -> accounts.service().me(other));
        accounts.service().sessions().list(token);
        accounts.service().sessions().endOthers(token);
        accounts.service().sessions().endAll(token);

        assertLogged("wrong password", "logged in");
    }

    @Test
    void a_reset_by_a_link_that_a_failing_notifier_repeats_leaves_no_secret_there() {
        verified("ana");
        accounts.service().passwords().requestReset("ana@example.org");
        accounts.maintenance()
                .deliver(
                        message -> {
                            throw new IllegalStateException(noted(message).value());
                        },
                        1);
        accounts.clock().advance(Duration.ofMinutes(1));
        OneTimeToken link = link(Kind.RESET_PASSWORD);

        refused(() -> accounts.service().passwords().reset(link.uid(), WRONG, NEW_PASSWORD));
        accounts.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        login("ana", NEW_PASSWORD);

        assertLogged("was not delivered", "IllegalStateException");
    }

    @Test
    void a_change_of_the_address_leaves_no_secret_there() {
        verified("ana");
        String token = login("ana", PASSWORD);
        accounts.service().emails().change(token, PASSWORD, "new@example.org");
        OneTimeToken link = link(Kind.VERIFY_EMAIL);

        refused(() -> accounts.service().emails().confirm(link.uid(), WRONG));
        confirm(link);
        accounts.service().delete(token, PASSWORD);

        assertLogged("logged in");
    }

    @Test
    void throttled_logins_leave_no_secret_there() {
        verified("ana");
        for (int i = 0; i < 5; i++) {
            refused(() -> login("ana", WRONG));
        }

        assertThatThrownBy(() -> login("ana", PASSWORD)).isInstanceOf(TooManyAttemptsException.class);

        assertLogged("too many attempts");
    }

    @Test
    void staff_leave_no_secret_there() {
        long root = verified("root");
        accounts.maintenance().appointSuperuser(root);
        long ana =
                accounts.administration().create(root, "ana", "ana@example.org").id();
        OneTimeToken invitation = link(Kind.RESET_PASSWORD);
        accounts.service().passwords().reset(invitation.uid(), invitation.value(), NEW_PASSWORD);
        login("ana", NEW_PASSWORD);
        accounts.administration().startPasswordReset(root, ana);
        link(Kind.RESET_PASSWORD);
        accounts.administration().endSessions(root, ana);
        accounts.administration().setActive(root, ana, false);
        refused(() -> login("ana", NEW_PASSWORD));
        accounts.administration().delete(root, ana);

        assertLogged("inactive");
    }

    @Test
    void a_hash_of_django_leaves_no_secret_there() {
        Claim claim = Claim.of(Optional.of("dora"), Optional.of("dora@example.org"), List.of());
        accounts.stores()
                .users()
                .insert(new NewUser("dora", "dora@example.org", claim, DJANGO_HASH, MovableClock.START));
        accounts.service().emails().requestVerification("dora@example.org");
        confirm(link(Kind.VERIFY_EMAIL));

        refused(() -> login("dora", WRONG));
        login("dora", DJANGO_PASSWORD);

        assertThat(accounts.stores().users().read(UserKey.username("dora")))
                .hasValueSatisfying(user -> assertThat(user.passwordHash()).startsWith("$argon2id$"));
        assertLogged("wrong password", "logged in");
    }
}
