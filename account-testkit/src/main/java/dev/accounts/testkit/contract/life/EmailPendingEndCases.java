package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGE_REQUESTED;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.OneTimeToken;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import org.junit.jupiter.api.Test;

/** An address that waits for its confirmation, and waits no longer. */
abstract class EmailPendingEndCases {

    private final AccountsFixture fixture;

    EmailPendingEndCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    /** The value of a token of a new user whose verified address is to become another. */
    private String waiting() {
        fixture.requireVerification();
        fixture.registered("ana");
        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));
        String token = fixture.login("ana");
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        return token;
    }

    private void takeBack(String token) {
        fixture.service().emails().change(token, null, fixture.email("ana"));
    }

    private void assertDead(OneTimeToken link) {
        assertThat(violations(() -> fixture.mail().confirm(link))).containsExactly("token: invalid");
    }

    /** As with a mistyped address, whose owner must not get the account. */
    @Test
    void its_link_ends_when_the_present_address_is_asked_for() {
        String token = waiting();
        OneTimeToken link = fixture.mail().link(VERIFY_EMAIL);

        takeBack(token);

        assertDead(link);
        assertThat(fixture.service().emails().pending(token)).isEmpty();
        assertThat(fixture.service().me(token).email()).isEqualTo(fixture.email("ana"));
    }

    @Test
    void no_link_goes_out_when_the_present_address_was_asked_for() {
        takeBack(waiting());

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(EMAIL_CHANGE_REQUESTED, "ana"));
    }

    /** The caller must not believe that the account kept its address. */
    @Test
    void asking_for_the_address_that_was_the_present_one_until_now_is_a_change() {
        String token = waiting();
        OneTimeToken link = fixture.mail().link(VERIFY_EMAIL);
        AccountService late = Accounts.builder(InterruptedStores.over(
                        fixture.stores(), () -> fixture.mail().confirm(link)))
                .passwordHasher(new FastPasswordHasher())
                .clock(fixture.clock())
                .build()
                .service();

        assertThat(violations(() -> late.emails().change(token, null, fixture.email("ana"))))
                .containsExactly("current_password: required");

        assertThat(fixture.service().me(token).email()).isEqualTo(fixture.email("new"));
    }

    @Test
    void its_link_ends_with_a_deactivation() {
        long ana = fixture.service().me(waiting()).id();
        OneTimeToken link = fixture.mail().link(VERIFY_EMAIL);
        long root = fixture.root();

        fixture.administration().setActive(root, ana, false);
        assertDead(link);
        fixture.administration().setActive(root, ana, true);

        assertDead(link);
    }

    @Test
    void no_link_goes_out_after_a_deactivation() {
        String token = waiting();
        long ana = fixture.service().me(token).id();
        long root = fixture.root();

        fixture.administration().setActive(root, ana, false);
        fixture.administration().setActive(root, ana, true);

        assertThat(Mail.lines(fixture.mail().deliver()).stream().filter(line -> !line.contains(fixture.email("root"))))
                .containsExactly(fixture.mail().line(EMAIL_CHANGE_REQUESTED, "ana"));
        assertThat(fixture.service().emails().pending(fixture.login("ana"))).isEmpty();
    }
}
