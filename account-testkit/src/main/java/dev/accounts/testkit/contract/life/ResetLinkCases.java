package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.OneTimeToken;
import dev.accounts.model.User;
import dev.accounts.testkit.internal.AccountsFixture;
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
}
