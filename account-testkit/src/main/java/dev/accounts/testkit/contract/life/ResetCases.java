package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.PASSWORD_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import dev.accounts.policy.PasswordPolicy;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class ResetCases {

    private final AccountsFixture fixture;

    ResetCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private List<String> refusals(@Nullable String uid, @Nullable String token, @Nullable String password) {
        return violations(() -> fixture.service().passwords().reset(uid, token, password));
    }

    @Test
    void the_new_password_logs_in_and_the_old_one_no_longer() {
        fixture.registered("ana");

        fixture.mail().reset(fixture.mail().resetLink("ana"), NEW_PASSWORD);

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();
    }

    @Test
    void every_token_ends_and_nobody_is_logged_in() {
        User ana = fixture.registered("ana");
        String one = fixture.login("ana");
        String two = fixture.login("ana");
        String bobs = fixture.token("bob");

        fixture.mail().reset(fixture.mail().resetLink("ana"), NEW_PASSWORD);

        assertThat(Stream.of(one, two, bobs).map(fixture::isLive)).containsExactly(false, false, true);
        assertThat(fixture.stores().tokens().list(ana.id())).isEmpty();
    }

    @Test
    void the_address_is_told() {
        fixture.registered("ana");

        fixture.mail().reset(fixture.mail().resetLink("ana"), NEW_PASSWORD);

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(PASSWORD_CHANGED, "ana"));
    }

    @Test
    void the_address_counts_as_verified() {
        fixture.registered("ana");
        fixture.requireVerification();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();

        fixture.mail().reset(fixture.mail().resetLink("ana"), NEW_PASSWORD);

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void an_address_that_was_asked_for_before_does_not_come_in() {
        fixture.verified("ana");
        fixture.requireVerification();
        String token = fixture.login("ana");
        fixture.service().emails().change(token, PASSWORD, fixture.email("evil"));
        OneTimeToken evil = fixture.mail().link(VERIFY_EMAIL);
        fixture.service().emails().change(token, PASSWORD, fixture.email("devil"));

        fixture.service().passwords().requestReset(fixture.email("ana"));
        OneTimeToken reset = fixture.mail().deliver().stream()
                .filter(message -> message.address().equals(fixture.email("ana")))
                .flatMap(message -> message.token().stream())
                .findFirst()
                .orElseThrow();
        fixture.mail().reset(reset, NEW_PASSWORD);

        assertThat(violations(() -> fixture.mail().confirm(evil))).containsExactly("token: invalid");
        assertThat(fixture.mail().deliver()).noneMatch(message -> message.kind() == VERIFY_EMAIL);
    }

    @Test
    void whoever_failed_too_often_need_not_wait_after_it() {
        fixture.registered("ana");
        String name = fixture.unique("ana");
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.canLogIn(name, "wrong")).isFalse();
        }
        assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> fixture.service().login(name, PASSWORD));

        fixture.mail().reset(fixture.mail().resetLink("ana"), NEW_PASSWORD);

        assertThat(fixture.canLogIn(name, NEW_PASSWORD)).isTrue();
    }

    @Test
    void a_password_that_breaks_a_rule_does_not_use_the_link_up() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");

        Stream.of("short-7", "93018475629", "password1", fixture.unique("ana") + "1", fixture.email("ana"))
                .forEach(password -> assertThat(refusals(link.uid(), link.value(), password))
                        .allMatch(refusal -> refusal.startsWith("new_password: ")));
        assertThat(refusals(link.uid(), link.value(), "")).containsExactly("new_password: blank");
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();

        fixture.mail().reset(link, NEW_PASSWORD);
        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        assertThat(refusals(null, null, null))
                .containsExactly("uid: required", "token: required", "new_password: required");
        assertThat(refusals("", " ", "")).containsExactly("uid: blank", "token: blank", "new_password: blank");
    }

    @Test
    void a_link_that_is_none_is_refused_before_any_hash() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");
        int hashes = fixture.hasher().hashes();

        for (String token : Refusals.NO_TOKENS.subList(1, Refusals.NO_TOKENS.size())) {
            assertThat(refusals(link.uid(), token, NEW_PASSWORD)).containsExactly("token: invalid");
        }

        assertThat(fixture.hasher().hashes()).isEqualTo(hashes);
    }

    @Test
    void a_link_is_good_for_30_minutes_to_the_microsecond() {
        Instant made = Instant.parse("2026-02-03T04:05:06.123456789Z");
        fixture.registered("ana");
        fixture.clock().set(made);
        OneTimeToken link = fixture.mail().resetLink("ana");
        Instant end = Instant.parse("2026-02-03T04:35:06.123456Z");
        assertThat(link.expiresAt()).isEqualTo(end);

        fixture.clock().set(end);
        assertThat(refusals(link.uid(), link.value(), NEW_PASSWORD)).containsExactly("token: invalid");

        fixture.clock().set(end.minusNanos(1));
        fixture.mail().reset(link, NEW_PASSWORD);
    }

    @Test
    void a_link_is_good_for_as_long_as_is_set() {
        fixture.restart(b -> b.passwords(PasswordPolicy.defaults().resetLifetime(Duration.ofHours(3))));
        fixture.registered("ana");

        OneTimeToken link = fixture.mail().resetLink("ana");

        assertThat(link.expiresAt()).isEqualTo(MovableClock.START.plus(Duration.ofHours(3)));
        fixture.clock().set(link.expiresAt().minusNanos(1000));
        fixture.mail().reset(link, NEW_PASSWORD);
    }
}
