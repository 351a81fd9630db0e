package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.RESET_USERNAME;
import static dev.accounts.model.AccountMessage.Kind.USERNAME_CHANGED;
import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.Usernames;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A mailed link that lets one set another username. */
abstract class UsernameResetCases {

    private static final int FREE = 3;

    private final AccountsFixture fixture;

    UsernameResetCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Usernames usernames() {
        return fixture.service().usernames();
    }

    private OneTimeToken link(String name) {
        usernames().requestReset(fixture.email(name));
        return fixture.mail().link(RESET_USERNAME);
    }

    private void use(OneTimeToken link, String name) {
        usernames().reset(link.uid(), link.value(), fixture.unique(name));
    }

    private List<String> refusals(OneTimeToken link, String name) {
        return violations(() -> use(link, name));
    }

    private void assertDead(OneTimeToken link) {
        assertThat(refusals(link, "other")).containsExactly("token: invalid");
    }

    @Test
    void sets_the_new_name_and_leaves_password_address_and_tokens() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        use(link("ana"), "anna");

        assertThat(fixture.canLogIn(fixture.unique("anna"), PASSWORD)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();
        assertThat(fixture.isLive(token)).isTrue();
        User now = fixture.service().getUser(token, ana.id());
        assertThat(now.email()).isEqualTo(ana.email());
        assertThat(now.emailVerified()).isFalse();
    }

    @Test
    void mails_the_present_name_to_the_address_in_the_store_and_tells_of_the_change() {
        User ana = fixture.registered("ana");

        usernames().requestReset(" " + fixture.email("ana").toUpperCase(Locale.ROOT));
        List<AccountMessage> delivered = fixture.mail().deliver();

        assertThat(Mail.lines(delivered)).containsExactly(fixture.mail().line(RESET_USERNAME, "ana"));
        assertThat(delivered.get(0).username()).isEqualTo(ana.username());
        OneTimeToken link = delivered.get(0).token().orElseThrow();
        assertThat(link.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofMinutes(30)));

        use(link, "anna");
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(USERNAME_CHANGED, "ana"));
    }

    @Test
    void answers_alike_and_mails_only_to_active_owners() {
        fixture.registered("ana");
        fixture.administration()
                .setActive(fixture.root(), fixture.registered("bob").id(), false);

        List.of("ana", "bob", "unknown").forEach(name -> usernames().requestReset(fixture.email(name)));

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(RESET_USERNAME, "ana"));
    }

    @Test
    void mails_three_in_a_row_to_an_address_and_then_fewer() {
        fixture.registered("ana");
        for (int i = 0; i < 2 * FREE; i++) {
            usernames().requestReset(fixture.email("ana"));
        }
        assertThat(fixture.mail().deliver()).hasSize(FREE);

        fixture.clock().advance(Duration.ofMinutes(20));
        usernames().requestReset(fixture.email("ana"));

        assertThat(fixture.mail().deliver()).hasSize(1);
    }

    @Test
    void refuses_what_is_no_address_and_tells_everything_that_is_missing_at_once() {
        assertThat(violations(() -> usernames().requestReset(null))).containsExactly("email: required");
        assertThat(violations(() -> usernames().requestReset("ana"))).containsExactly("email: invalid");
        assertThat(violations(() -> usernames().reset(null, null, null)))
                .containsExactly("uid: required", "token: required", "new_username: required");
        assertThat(violations(() -> usernames().reset("", " ", "")))
                .containsExactly("uid: blank", "token: blank", "new_username: blank");
    }

    @Test
    void a_name_that_is_malformed_or_taken_does_not_use_the_link_up() {
        fixture.registered("ana");
        fixture.registered("bob");
        OneTimeToken link = link("ana");

        assertThat(refusals(link, "an a")).containsExactly("new_username: invalid");
        assertThat(refusals(link, "BOB")).containsExactly("new_username: taken");

        use(link, "ANA");
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void a_name_that_looks_like_anothers_address_is_refused_where_addresses_log_in() {
        fixture.registered("ana");
        fixture.restart(b -> b.emails(EmailPolicy.defaults().allowLoginByEmail()));
        OneTimeToken link = link("ana");

        assertThat(violations(() -> usernames().reset(link.uid(), link.value(), fixture.email("bob"))))
                .containsExactly("new_username: invalid");
    }

    @Test
    void whether_a_name_is_taken_is_told_only_with_a_good_link() {
        fixture.registered("ana");
        fixture.registered("bob");
        OneTimeToken link = link("ana");
        OneTimeToken wrong = new OneTimeToken(link.uid(), "0".repeat(40), link.expiresAt());

        assertThat(refusals(wrong, "bob")).containsExactly("token: invalid");
    }

    @Test
    void a_link_works_once_and_ends_with_a_newer_one() {
        fixture.registered("ana");
        OneTimeToken older = link("ana");
        OneTimeToken newer = link("ana");
        assertDead(older);

        use(newer, "anna");

        assertDead(newer);
    }

    @Test
    void a_link_serves_its_own_account_and_purpose_only() {
        fixture.registered("ana");
        fixture.registered("bob");
        OneTimeToken anas = link("ana");
        OneTimeToken bobs = link("bob");
        OneTimeToken reset = fixture.mail().resetLink("ana");

        assertDead(new OneTimeToken(anas.uid(), bobs.value(), bobs.expiresAt()));
        assertDead(reset);
        assertThat(violations(() -> fixture.mail().reset(anas, NEW_PASSWORD))).containsExactly("token: invalid");

        use(anas, "anna");
        fixture.mail().reset(reset, NEW_PASSWORD);
        assertThat(fixture.canLogIn(fixture.unique("anna"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void a_link_ends_by_its_time() {
        fixture.registered("ana");
        OneTimeToken link = link("ana");

        fixture.clock().set(link.expiresAt());

        assertDead(link);
    }

    @Test
    void a_link_ends_with_another_address_another_password_a_deactivation_and_the_account() {
        String token = fixture.token("ana");
        OneTimeToken link = link("ana");
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        assertDead(link);

        fixture.service().emails().change(token, PASSWORD, fixture.email("ana"));
        OneTimeToken second = link("ana");
        fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
        assertDead(second);

        OneTimeToken third = link("ana");
        long id = fixture.service().me(token).id();
        fixture.administration().setActive(fixture.root(), id, false);
        fixture.administration().setActive(fixture.root(), id, true);
        assertDead(third);

        fixture.clock().advance(Duration.ofHours(1));
        OneTimeToken fourth = link("ana");
        String again =
                fixture.service().login(fixture.unique("ana"), NEW_PASSWORD).value();
        fixture.service().delete(again, NEW_PASSWORD);
        assertDead(fourth);
    }

    @Test
    void a_link_serves_exactly_one_of_many_at_once() {
        fixture.registered("ana");
        OneTimeToken link = link("ana");

        List<Boolean> outcomes = Race.of(16, i -> works(link, "anna" + i));

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
        assertThat(fixture.canLogIn(fixture.unique("anna" + outcomes.indexOf(true)), PASSWORD))
                .isTrue();
    }

    private boolean works(OneTimeToken link, String name) {
        try {
            use(link, name);
            return true;
        } catch (InvalidInputException used) {
            return false;
        }
    }
}
