package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class EmailVerificationCases {

    private final AccountsFixture fixture;

    EmailVerificationCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void assertRefused(String username, String password) {
        int verifications = fixture.hasher().verifications();
        int hashes = fixture.hasher().hashes();

        BadCredentialsException refusal = catchThrowableOfType(
                BadCredentialsException.class, () -> fixture.service().login(username, password));

        assertThat(refusal)
                .hasMessage("unable to log in with the provided credentials")
                .hasNoCause();
        assertThat(fixture.hasher().verifications() - verifications).isEqualTo(1);
        assertThat(fixture.hasher().hashes() - hashes).isZero();
    }

    @Test
    void nobody_logs_in_before_it_where_it_is_required() {
        fixture.requireVerification();
        fixture.registered("ana");

        assertRefused(fixture.unique("ana"), PASSWORD);
        assertRefused(fixture.unique("ana"), "wrong");
        assertRefused(fixture.unique("unknown"), PASSWORD);
        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));

        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void nobody_registers_without_an_address_where_it_is_required() {
        fixture.requireVerification();
        Registration without = Registration.of(fixture.unique("ana"), PASSWORD);

        assertThat(violations(() -> fixture.service().register(without))).containsExactly("email: required");
        assertThat(violations(() -> fixture.service().register(without.email(" "))))
                .containsExactly("email: blank");
    }

    @Test
    void nobody_is_asked_where_it_is_not_required() {
        fixture.registered("ana");

        assertThat(fixture.mail().deliver()).isEmpty();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void it_is_shown() {
        long id = fixture.registered("ana").id();
        assertThat(fixture.stores().users().find(id).orElseThrow().emailVerified())
                .isFalse();

        fixture.mail().confirm(fixture.mail().verificationLink("ana"));

        String token = fixture.login("ana");
        assertThat(fixture.service().getUser(token, id).emailVerified()).isTrue();
    }

    /** An attacker may have registered with the address of its owner and may still hold tokens and links. */
    @Test
    void the_first_one_ends_tokens_and_links_that_were_made_before() {
        String token = fixture.token("ana");
        String bobs = fixture.token("bob");
        OneTimeToken reset = fixture.mail().resetLink("ana");

        fixture.mail().confirm(fixture.mail().verificationLink("ana"));

        assertThat(fixture.isLive(token)).isFalse();
        assertThat(fixture.isLive(bobs)).isTrue();
        assertThat(violations(() -> fixture.mail().reset(reset, NEW_PASSWORD))).containsExactly("token: invalid");
    }

    @Test
    void asking_again_answers_alike_whoever_has_the_address() {
        fixture.verified("ana");
        long bob = fixture.registered("bob").id();
        fixture.administration().setActive(fixture.root(), bob, false);
        int hashes = fixture.hasher().hashes() + fixture.hasher().verifications();

        Stream.of("ana", "bob", "unknown")
                .map(fixture::email)
                .forEach(fixture.service().emails()::requestVerification);

        assertThat(fixture.mail().deliver()).isEmpty();
        assertThat(fixture.hasher().hashes() + fixture.hasher().verifications()).isEqualTo(hashes);
        assertThat(violations(() -> fixture.service().emails().requestVerification("ana")))
                .containsExactly("email: invalid");
        assertThat(violations(() -> fixture.service().emails().requestVerification(null)))
                .containsExactly("email: required");
    }

    @Test
    void at_most_three_in_a_row_are_mailed_however_often_it_is_asked() {
        fixture.registered("ana");

        for (int i = 0; i < 10; i++) {
            fixture.service().emails().requestVerification(fixture.email("ana"));
        }

        assertThat(fixture.mail().deliver()).hasSize(3);
    }

    @Test
    void a_right_password_of_somebody_unverified_who_is_logged_in_counts_as_right() {
        String token = fixture.token("ana");
        fixture.requireVerification();

        for (int i = 0; i < 7; i++) {
            fixture.service().passwords().change(token, PASSWORD, PASSWORD);
        }

        assertThat(fixture.isLive(token)).isTrue();
    }

    private void assertDead(OneTimeToken link) {
        assertThat(violations(() -> fixture.mail().confirm(link))).containsExactly("token: invalid");
    }

    @Test
    void the_link_works_once() {
        User ana = fixture.registered("ana");
        OneTimeToken link = fixture.mail().verificationLink("ana");
        fixture.mail().confirm(link);
        assertThat(fixture.stores().tokens().list(ana.id())).isEmpty();
        String token = fixture.login("ana");

        assertDead(link);

        assertThat(fixture.isLive(token)).isTrue();
    }

    @Test
    void the_link_works_for_exactly_one_of_many_at_once() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().verificationLink("ana");

        List<Boolean> outcomes = Race.of(32, i -> {
            try {
                fixture.mail().confirm(link);
                return true;
            } catch (InvalidInputException refused) {
                return false;
            }
        });

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
    }

    @Test
    void the_link_is_good_for_a_day_to_the_microsecond() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().verificationLink("ana");
        assertThat(link.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofDays(1)));

        fixture.clock().set(link.expiresAt());
        assertDead(link);

        fixture.clock().set(link.expiresAt().minusNanos(1000));
        fixture.mail().confirm(link);
    }

    @Test
    void the_link_is_good_for_as_long_as_is_set() {
        fixture.restart(b -> b.emails(EmailPolicy.defaults().verificationLifetime(Duration.ofHours(2))));
        fixture.registered("ana");

        OneTimeToken link = fixture.mail().verificationLink("ana");

        assertThat(link.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofHours(2)));
    }

    @Test
    void a_link_asked_for_again_ends_the_one_before() {
        fixture.requireVerification();
        fixture.registered("ana");
        OneTimeToken first = fixture.mail().link(VERIFY_EMAIL);

        fixture.service().emails().requestVerification(fixture.email("ana").toUpperCase(Locale.ROOT));
        OneTimeToken second = fixture.mail().link(VERIFY_EMAIL);

        assertDead(first);
        fixture.mail().confirm(second);
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void what_is_missing_of_a_link_is_told_at_once() {
        assertThat(violations(() -> fixture.service().emails().confirm(null, " ")))
                .containsExactly("uid: required", "token: blank");
    }
}
