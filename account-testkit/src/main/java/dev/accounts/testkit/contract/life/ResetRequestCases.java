package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.NewUser;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Race;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class ResetRequestCases {

    private static final int FREE = 3;

    private final AccountsFixture fixture;

    ResetRequestCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void request(String email) {
        fixture.service().passwords().requestReset(email);
    }

    private void deactivate(User user) {
        fixture.administration().setActive(fixture.root(), user.id(), false);
    }

    @Test
    void mails_a_link_to_the_address_in_the_store() {
        User ana = fixture.registered("ana");

        request(" " + fixture.email("ana").toUpperCase(Locale.ROOT));

        List<AccountMessage> delivered = fixture.mail().deliver();
        assertThat(Mail.lines(delivered)).containsExactly(fixture.mail().line(RESET_PASSWORD, "ana"));
        assertThat(delivered.get(0).userId()).isEqualTo(ana.id());
        assertThat(delivered.get(0).username()).isEqualTo(ana.username());
        assertThat(delivered.get(0).token()).hasValueSatisfying(token -> {
            assertThat(token.value()).matches("[0-9a-f]{40}");
            assertThat(token.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofMinutes(30)));
        });
    }

    @Test
    void answers_alike_and_hashes_nothing_whoever_has_the_address() {
        fixture.registered("ana");
        deactivate(fixture.registered("bob"));
        int hashes = fixture.hasher().hashes();
        int verifications = fixture.hasher().verifications();

        Stream.of("ana", "bob", "unknown").map(fixture::email).forEach(this::request);

        assertThat(fixture.hasher().hashes()).isEqualTo(hashes);
        assertThat(fixture.hasher().verifications()).isEqualTo(verifications);
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(RESET_PASSWORD, "ana"));
    }

    @Test
    void changes_nothing_of_the_account() {
        String token = fixture.token("ana");

        fixture.mail().resetLink("ana");

        assertThat(fixture.isLive(token)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void refuses_what_is_no_address() {
        assertThat(violations(() -> fixture.service().passwords().requestReset(null)))
                .containsExactly("email: required");
        assertThat(violations(() -> request(" "))).containsExactly("email: blank");
        assertThat(violations(() -> request("ana"))).containsExactly("email: invalid");
        assertThat(violations(() -> request("a".repeat(250) + "@example.org"))).contains("email: too_long");
    }

    @Test
    void mails_three_in_a_row_to_an_address_and_then_fewer() {
        fixture.registered("ana");
        fixture.registered("bob");

        assertThat(mailed(10)).isEqualTo(FREE);
        fixture.clock().advance(Duration.ofMinutes(20).minusNanos(1000));
        assertThat(mailed(10)).isZero();
        fixture.clock().advance(Duration.ofNanos(1000));
        assertThat(mailed(10)).isEqualTo(1);
        fixture.clock().advance(Duration.ofMinutes(20));
        assertThat(mailed(10)).isZero();
        fixture.clock().advance(Duration.ofMinutes(20));
        assertThat(mailed(10)).isEqualTo(1);
        fixture.clock().advance(Duration.ofHours(1));
        assertThat(mailed(10)).isEqualTo(1);

        request(fixture.email("bob"));
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(RESET_PASSWORD, "bob"));
    }

    /** Requests a reset so many times, with the address in two spellings; returns the number of messages. */
    private int mailed(int requests) {
        for (int i = 0; i < requests; i++) {
            String email = fixture.email("ana");
            request(i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT));
        }
        return fixture.mail().deliver().size();
    }

    @Test
    void mails_no_more_than_three_for_many_requests_at_once() {
        fixture.registered("ana");

        Race.of(32, i -> {
            request(fixture.email("ana"));
            return i;
        });

        assertThat(fixture.mail().deliver()).hasSize(FREE);
    }

    @Test
    void a_reset_by_staff_is_mailed_too() {
        long root = fixture.root();
        User ana = fixture.registered("ana");

        fixture.administration().startPasswordReset(root, ana.id());
        fixture.mail().reset(fixture.mail().link(RESET_PASSWORD), NEW_PASSWORD);

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void the_first_password_of_an_account_made_by_staff_is_set_by_its_link() {
        fixture.administration().create(fixture.root(), fixture.unique("ana"), fixture.email("ana"));
        assertThat(fixture.canLogIn(fixture.unique("ana"), "!")).isFalse();
        OneTimeToken first = fixture.mail().link(RESET_PASSWORD);
        fixture.clock().advance(Duration.ofMinutes(30));
        assertThat(violations(() -> fixture.mail().reset(first, NEW_PASSWORD))).containsExactly("token: invalid");

        fixture.mail().reset(fixture.mail().resetLink("ana"), NEW_PASSWORD);

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void an_account_whose_password_was_made_unusable_on_purpose_gets_none() {
        String name = fixture.unique("ana");
        Claim claim = Claim.of(Optional.of(name), Optional.of(fixture.email("ana")), List.of());
        NewUser imported = new NewUser(
                name, fixture.email("ana"), claim, "!unusable", fixture.clock().instant());
        fixture.stores().users().insert(imported);

        request(fixture.email("ana"));

        assertThat(fixture.mail().deliver()).isEmpty();
    }
}
