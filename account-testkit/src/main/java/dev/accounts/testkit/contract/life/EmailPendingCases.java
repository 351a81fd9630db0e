package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGE_REQUESTED;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.InterruptedStores;
import dev.accounts.testkit.internal.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes of the address where verification is required: they wait until the owner confirms the new address. */
abstract class EmailPendingCases {

    private final AccountsFixture fixture;

    EmailPendingCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    /** Verifies a new user and returns the value of a token. */
    private String token() {
        fixture.requireVerification();
        fixture.registered("ana");
        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));
        return fixture.login("ana");
    }

    private void change(String token, @Nullable String email) {
        fixture.service().emails().change(token, PASSWORD, email);
    }

    private String emailOf(String token) {
        return fixture.service().me(token).email();
    }

    private void assertDead(OneTimeToken link) {
        assertThat(violations(() -> fixture.mail().confirm(link))).containsExactly("token: invalid");
    }

    @Test
    void the_present_address_stays_until_the_new_one_confirms() {
        String token = token();
        change(token, fixture.email("new"));

        assertThat(emailOf(token)).isEqualTo(fixture.email("ana"));
        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));

        assertThat(emailOf(token)).isEqualTo(fixture.email("new"));
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void the_present_address_is_told_of_both_and_the_link_goes_to_the_new_one_only() {
        String token = token();

        change(token, fixture.email("new"));
        List<AccountMessage> asked = fixture.mail().deliver();
        assertThat(Mail.lines(asked))
                .containsExactlyInAnyOrder(
                        fixture.mail().line(VERIFY_EMAIL, "new"), fixture.mail().line(EMAIL_CHANGE_REQUESTED, "ana"));

        asked.stream().flatMap(message -> message.token().stream()).forEach(fixture.mail()::confirm);
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(EMAIL_CHANGED, "ana"));
    }

    /** Otherwise an attacker could delay the warning with a new address that answers late. */
    @Test
    void the_present_address_is_told_even_while_the_new_one_cannot_be_reached() {
        change(token(), fixture.email("new"));

        List<AccountMessage> delivered = new ArrayList<>();
        fixture.mail().deliver(message -> {
            if (message.address().equals(fixture.email("new"))) {
                throw new IllegalStateException("no such mailbox yet");
            }
            delivered.add(message);
        });

        assertThat(Mail.lines(delivered)).containsExactly(fixture.mail().line(EMAIL_CHANGE_REQUESTED, "ana"));
    }

    @Test
    void the_owner_is_told_what_waits() {
        String token = token();
        assertThat(fixture.service().emails().pending(token)).isEmpty();

        change(token, fixture.email("new"));
        assertThat(fixture.service().emails().pending(token)).contains(fixture.email("new"));

        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));
        assertThat(fixture.service().emails().pending(token)).isEmpty();
    }

    @Test
    void tokens_of_a_verified_account_live_on() {
        String token = token();
        String other = fixture.login("ana");
        change(token, fixture.email("new"));

        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));

        assertThat(fixture.isLive(token)).isTrue();
        assertThat(fixture.isLive(other)).isTrue();
    }

    @Test
    void the_link_of_one_address_does_not_confirm_another() {
        String token = token();
        change(token, fixture.email("one"));
        OneTimeToken one = fixture.mail().link(VERIFY_EMAIL);

        change(token, fixture.email("two"));
        assertDead(one);
        OneTimeToken two = fixture.mail().link(VERIFY_EMAIL);
        assertDead(one);

        fixture.mail().confirm(two);
        assertThat(emailOf(token)).isEqualTo(fixture.email("two"));
        assertDead(one);
    }

    @Test
    void no_link_goes_to_an_address_that_is_no_longer_wanted() {
        String token = token();
        change(token, fixture.email("one"));
        change(token, fixture.email("two"));

        assertThat(Mail.lines(fixture.mail().deliver()).stream().filter(line -> line.startsWith("VERIFY")))
                .containsExactly(fixture.mail().line(VERIFY_EMAIL, "two"));
    }

    @Test
    void the_exact_new_address_is_confirmed() {
        String token = token();
        String shouted = fixture.unique("ana").toUpperCase(Locale.ROOT) + "@example.org";

        change(token, shouted);
        assertThat(emailOf(token)).isEqualTo(fixture.email("ana"));
        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));

        assertThat(emailOf(token)).isEqualTo(shouted);
    }

    @Test
    void an_address_is_needed() {
        String token = token();

        assertThat(violations(() -> change(token, ""))).containsExactly("email: blank");
        assertThat(violations(() -> change(token, " "))).containsExactly("email: blank");
        assertThat(violations(() -> change(token, null))).containsExactly("email: required");

        assertThat(emailOf(token)).isEqualTo(fixture.email("ana"));
    }

    /** Verifies a new user, requests another address, and returns the value of a token. */
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

    /** This covers a mistyped address, whose owner must not get the account. */
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

    /** The owner must not believe that the account kept its address. */
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
