package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

abstract class VerificationLinkCases {

    private final AccountsFixture fixture;

    VerificationLinkCases(AccountsFixture fixture) {
        this.fixture = fixture;
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
