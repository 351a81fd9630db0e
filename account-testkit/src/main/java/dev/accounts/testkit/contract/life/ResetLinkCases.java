package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class ResetLinkCases {

    private final AccountsFixture fixture;

    ResetLinkCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void assertDead(OneTimeToken link) {
        assertThat(violations(() -> fixture.mail().reset(link, NEW_PASSWORD))).containsExactly("token: invalid");
    }

    @Test
    void works_once() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");
        fixture.mail().reset(link, NEW_PASSWORD);

        assertThat(violations(() -> fixture.mail().reset(link, PASSWORD))).containsExactly("token: invalid");

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void ends_with_a_newer_one() {
        fixture.registered("ana");
        OneTimeToken older = fixture.mail().resetLink("ana");
        OneTimeToken newer = fixture.mail().resetLink("ana");

        assertDead(older);

        fixture.mail().reset(newer, NEW_PASSWORD);
    }

    @Test
    void serves_its_own_account_only() {
        fixture.registered("ana");
        fixture.registered("bob");
        OneTimeToken anas = fixture.mail().resetLink("ana");
        OneTimeToken bobs = fixture.mail().resetLink("bob");

        assertDead(new OneTimeToken(anas.uid(), bobs.value(), bobs.expiresAt()));
        assertDead(new OneTimeToken(bobs.uid(), anas.value(), anas.expiresAt()));
        assertDead(new OneTimeToken("MQ==", anas.value(), anas.expiresAt()));

        fixture.mail().reset(anas, NEW_PASSWORD);
        assertThat(fixture.canLogIn(fixture.unique("bob"), PASSWORD)).isTrue();
    }

    @Test
    void serves_its_own_purpose_only() {
        fixture.registered("ana");
        OneTimeToken reset = fixture.mail().resetLink("ana");
        OneTimeToken verification = fixture.mail().verificationLink("ana");

        assertDead(verification);
        assertThat(violations(() -> fixture.mail().confirm(reset))).containsExactly("token: invalid");
        assertThat(fixture.isLive(reset.value())).isFalse();

        fixture.mail().reset(reset, NEW_PASSWORD);
    }

    @Test
    void ends_when_the_address_is_replaced() {
        String token = fixture.token("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");

        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        assertDead(link);
        fixture.service().emails().change(token, PASSWORD, fixture.email("ana"));

        assertDead(link);
    }

    @Test
    void ends_when_another_address_is_confirmed() {
        fixture.verified("ana");
        fixture.requireVerification();
        String token = fixture.login("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));

        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));

        assertDead(link);
    }

    @Test
    void ends_with_a_deactivation_for_good() {
        long root = fixture.root();
        User ana = fixture.registered("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");

        fixture.administration().setActive(root, ana.id(), false);
        assertDead(link);
        fixture.administration().setActive(root, ana.id(), true);

        assertDead(link);
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void ends_with_the_account() {
        String token = fixture.token("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");

        fixture.service().delete(token, PASSWORD);
        assertDead(link);
        fixture.registered("ana");

        assertDead(link);
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    private boolean works(OneTimeToken link, String password) {
        try {
            fixture.mail().reset(link, password);
            return true;
        } catch (InvalidInputException refusal) {
            assertThat(Refusals.codes(refusal)).containsExactly("token: invalid");
            return false;
        }
    }

    @Test
    void serves_exactly_one_of_many_at_once_and_sets_that_ones_password() {
        fixture.restart(b -> b.withoutThrottle());
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");

        List<Boolean> outcomes = Race.of(32, i -> works(link, NEW_PASSWORD + i));

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
        assertThat(IntStream.range(0, 32)
                        .filter(i -> fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD + i))
                        .boxed())
                .containsExactly(outcomes.indexOf(true));
    }

    /** The first caller has found the link and hashes the password when a second caller uses it. */
    @Test
    void serves_the_one_who_uses_it_first() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");
        ScriptedPasswordHasher hasher = new ScriptedPasswordHasher()
                .beforeFirstHash(() -> fixture.mail().reset(link, NEW_PASSWORD));
        AccountService overtaken =
                fixture.builder().passwordHasher(hasher).build().service();

        assertThat(violations(() -> overtaken.passwords().reset(link.uid(), link.value(), "elephant-Ladder-4")))
                .containsExactly("token: invalid");

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    /** The new password is set if and only if the call succeeded; the account is inactive, without tokens and links. */
    @Test
    void is_used_wholly_or_not_at_all_while_the_account_is_deactivated() {
        long root = fixture.root();
        for (int round = 0; round < 8; round++) {
            User user = fixture.registered("ana" + round);
            OneTimeToken link = fixture.mail().resetLink("ana" + round);

            List<Boolean> outcomes = Race.of(32, i -> {
                if (i % 2 == 0) {
                    return works(link, NEW_PASSWORD);
                }
                fixture.administration().setActive(root, user.id(), false);
                return false;
            });

            boolean used = outcomes.contains(true);
            assertThat(fixture.canLogIn(user.username(), used ? NEW_PASSWORD : PASSWORD))
                    .isFalse();
            fixture.administration().setActive(root, user.id(), true);
            assertThat(fixture.canLogIn(user.username(), NEW_PASSWORD)).isEqualTo(used);
            assertThat(fixture.canLogIn(user.username(), PASSWORD)).isEqualTo(!used);
            assertDead(link);
        }
    }

    /** In each order the link no longer works and exactly one password logs in. */
    @Test
    void is_used_wholly_or_not_at_all_while_the_password_is_changed() {
        fixture.restart(b -> b.withoutThrottle());
        String token = fixture.token("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");
        String changed = "elephant-Ladder-4";

        List<Boolean> outcomes = Race.of(32, i -> i % 2 == 0 ? works(link, NEW_PASSWORD) : changes(token, changed));

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
        boolean used = fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD);
        assertThat(fixture.canLogIn(fixture.unique("ana"), changed)).isEqualTo(!used);
        assertThat(fixture.isLive(token)).isEqualTo(!used);
        assertDead(link);
    }

    private boolean changes(String token, String password) {
        try {
            fixture.service().passwords().change(token, PASSWORD, password);
            return true;
        } catch (InvalidInputException | NotAuthenticatedException overtaken) {
            return false;
        }
    }
}
