package dev.accounts.testkit.contract.administration;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.service.AccountAdministration;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Staff change the accounts of other users and end their sessions. */
abstract class AdminChangeCases {

    private final AccountsFixture fixture;

    AdminChangeCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountAdministration administration() {
        return fixture.administration();
    }

    private void setActive(long userId, boolean active) {
        administration().setActive(fixture.root(), userId, active);
    }

    private void assertEnded(String token) {
        assertThat(Refusals.reason(() -> fixture.service().me(token)))
                .isEqualTo(NotAuthenticatedException.Reason.TOKEN_INVALID);
    }

    @Test
    void deactivates_and_reactivates() {
        User ana = fixture.registered("ana");

        setActive(ana.id(), false);
        assertThat(fixture.user(ana.id()).active()).isFalse();
        new Guesses(fixture.service()).judgedWrong(ana.username(), PASSWORD);

        setActive(ana.id(), true);
        assertThat(fixture.user(ana.id())).isEqualTo(ana);
        assertThat(fixture.login("ana")).isNotEmpty();
    }

    @Test
    void ends_tokens_with_a_deactivation_for_good() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        String other = fixture.token("ben");

        setActive(ana.id(), false);
        assertEnded(token);

        setActive(ana.id(), true);
        assertEnded(token);
        assertThat(fixture.stores().tokens().list(ana.id())).isEmpty();
        assertThat(fixture.service().me(other).username()).isEqualTo(fixture.unique("ben"));
    }

    @Test
    void ends_links_with_a_deactivation_for_good() {
        User ana = fixture.registered("ana");
        fixture.service().passwords().requestReset(ana.email());
        fixture.service().emails().requestVerification(ana.email());
        List<OneTimeToken> links = fixture.mail().to(ana.id()).stream()
                .flatMap(message -> message.token().stream())
                .toList();
        assertThat(links).hasSize(2);

        setActive(ana.id(), false);
        setActive(ana.id(), true);

        OneTimeToken reset = links.get(0);
        OneTimeToken verification = links.get(1);
        assertThat(Refusals.violations(
                        () -> fixture.service().passwords().reset(reset.uid(), reset.value(), NEW_PASSWORD)))
                .containsExactly("token: invalid");
        assertThat(Refusals.violations(
                        () -> fixture.service().emails().confirm(verification.uid(), verification.value())))
                .containsExactly("token: invalid");
    }

    @Test
    void makes_staff_and_superusers_and_takes_it_back() {
        User ana = fixture.registered("ana");
        long root = fixture.root();

        administration().setStaff(root, ana.id(), true);
        assertThat(fixture.user(ana.id()).staff()).isTrue();
        assertThat(fixture.user(ana.id()).superuser()).isFalse();
        administration().setSuperuser(root, ana.id(), true);
        assertThat(fixture.user(ana.id()).superuser()).isTrue();

        administration().setStaff(root, ana.id(), false);
        administration().setSuperuser(root, ana.id(), false);
        assertThat(fixture.user(ana.id())).isEqualTo(ana);
    }

    @Test
    void starts_a_reset_and_sets_no_password() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        administration().startPasswordReset(fixture.root(), ana.id());

        assertThat(fixture.service().me(token).id()).isEqualTo(ana.id());
        assertThat(fixture.login("ana")).isNotEmpty();
        List<AccountMessage> messages = fixture.mail().to(ana.id());
        assertThat(messages).hasSize(1).allSatisfy(message -> {
            assertThat(message.kind()).isEqualTo(Kind.RESET_PASSWORD);
            assertThat(message.address()).isEqualTo(ana.email());
        });
        OneTimeToken link = messages.get(0).token().orElseThrow();
        fixture.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        assertEnded(token);
    }

    @Test
    void starts_no_reset_that_cannot_arrive() {
        User ana = fixture.service().register(Registration.of(fixture.unique("ana"), PASSWORD));
        User ben = fixture.registered("ben");
        fixture.deactivate(ben.id());

        Stream.of(ana, ben)
                .forEach(user -> assertThat(Refusals.violations(
                                () -> administration().startPasswordReset(fixture.root(), user.id())))
                        .containsExactly("email: invalid"));

        assertThat(fixture.mail().to(ben.id())).isEmpty();
    }

    @Test
    void deletes_an_account_and_frees_its_name() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        administration().startPasswordReset(fixture.root(), ana.id());

        administration().delete(fixture.root(), ana.id());

        assertThat(fixture.stores().users().find(ana.id())).isEmpty();
        assertEnded(token);
        assertThat(fixture.mail().to(ana.id())).isEmpty();
        assertThat(fixture.registered("ana").id()).isNotEqualTo(ana.id());
    }

    @Test
    void clears_the_failed_attempts_of_an_account_that_is_deleted() {
        User ana = fixture.registered("ana");
        new Guesses(fixture.service()).wrong(ana.username(), 5);

        administration().delete(fixture.root(), ana.id());

        fixture.registered("ana");
        assertThat(fixture.login("ana")).isNotEmpty();
    }

    @Test
    void finds_nobody_who_does_not_exist() {
        List<BiConsumer<Long, Long>> calls = List.of(
                (actor, user) -> administration().setActive(actor, user, false),
                (actor, user) -> administration().setStaff(actor, user, true),
                (actor, user) -> administration().setSuperuser(actor, user, false),
                (actor, user) -> administration().changeProfile(actor, user, ProfileChange.none(), null),
                (actor, user) -> administration().setGroups(actor, user, Set.of()),
                (actor, user) -> administration().setPermissions(actor, user, Set.of()),
                (actor, user) -> administration().startPasswordReset(actor, user),
                (actor, user) -> administration().endSessions(actor, user),
                (actor, user) -> administration().delete(actor, user));

        calls.forEach(call -> Stream.of(0L, -1L, Long.MAX_VALUE)
                .forEach(unknown -> assertThatExceptionOfType(UserNotFoundException.class)
                        .isThrownBy(() -> call.accept(fixture.root(), unknown))));
    }

    @Test
    void ends_all_sessions_of_one_account() {
        User ana = fixture.registered("ana");
        List<String> tokens = List.of(fixture.login("ana"), fixture.login("ana"));
        String other = fixture.token("ben");

        administration().endSessions(fixture.root(), ana.id());

        tokens.forEach(this::assertEnded);
        assertThat(fixture.service().me(other).username()).isEqualTo(fixture.unique("ben"));
        assertThat(fixture.login("ana")).isNotEmpty();
    }

    @Test
    void ends_the_tokens_of_all_in_steps() {
        long root = fixture.root();
        String ana = fixture.token("ana");
        String ben = fixture.token("ben");

        int ended = 0;
        int step;
        do {
            step = fixture.administration().endAllSessions(root, 100);
            assertThat(step).isLessThanOrEqualTo(100);
            ended += step;
        } while (step == 100);

        assertThat(ended).isGreaterThanOrEqualTo(2);
        assertEnded(ana);
        assertEnded(ben);
        assertThat(fixture.login("ana")).isNotEmpty();
    }
}
