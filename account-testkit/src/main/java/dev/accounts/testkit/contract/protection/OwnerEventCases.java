package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.EventContext;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.Session;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events of owners' calls, of one-time links and of addresses. */
abstract class OwnerEventCases {

    private final AccountsFixture fixture;
    private final EventFixture events;

    OwnerEventCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.events = new EventFixture(fixture);
    }

    /** Gives the events another time than the setup. */
    @BeforeEach
    void letTimePass() {
        fixture.clock().advance(Duration.ofMinutes(7).plusNanos(1000));
    }

    @Test
    void register() {
        List<User> registered = new ArrayList<>();

        List<AccountEvent> heard = events.of(
                () -> registered.add(events.service().register(Registration.of(fixture.unique("ana"), PASSWORD))));

        assertThat(heard)
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.REGISTERED,
                        events.byOwner(registered.get(0).id())));
    }

    @Test
    void login() {
        long id = fixture.registered("ana").id();
        List<IssuedToken> issued = new ArrayList<>();

        List<AccountEvent> heard =
                events.of(() -> issued.add(events.service().login(fixture.unique("ana"), PASSWORD, "phone")));

        assertThat(heard)
                .containsExactly(new AccountEvent.LoggedIn(
                        events.byOwner(id), issued.get(0).token().id()));
        assertThat(heard.toString()).doesNotContain(issued.get(0).value(), "phone");
    }

    @Test
    void change_of_the_profile_if_it_differs_afterwards() {
        IssuedToken token = issued();
        ProfileChange change =
                ProfileChange.none().firstName(fixture.unique("Ana")).daysCount(7);

        assertThat(events.of(() -> {
                    events.service().profile().change(token.value(), change);
                    events.service().profile().change(token.value(), change);
                    events.service().profile().change(token.value(), ProfileChange.none());
                    events.service().profile().read(token.value());
                }))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.PROFILE_CHANGED,
                        events.byOwner(token.token().userId())));
    }

    @Test
    void change_of_the_profile_and_the_address() {
        IssuedToken token = issued();
        ProfileChange change = ProfileChange.none().daysCount(7);

        assertThat(events.of(
                        () -> events.service().profile().change(token.value(), change, PASSWORD, fixture.email("new"))))
                .extracting(AccountEvent::kind)
                .containsExactly(AccountEvent.Kind.EMAIL_CHANGED, AccountEvent.Kind.PROFILE_CHANGED);
    }

    @Test
    void logout() {
        IssuedToken token = issued();

        assertThat(events.of(() -> events.service().logout(token.value())))
                .containsExactly(new AccountEvent.LoggedOut(
                        events.byOwner(token.token().userId()), token.token().id()));
    }

    private IssuedToken issued() {
        fixture.registered("ana");
        return fixture.service().login(fixture.unique("ana"), PASSWORD);
    }

    @Test
    void end_of_one_session() {
        IssuedToken token = issued();
        UUID other =
                fixture.service().login(fixture.unique("ana"), PASSWORD).token().id();

        assertThat(events.of(() -> events.service().sessions().end(token.value(), other)))
                .containsExactly(
                        new AccountEvent.LoggedOut(events.byOwner(token.token().userId()), other));
    }

    @Test
    void end_of_no_session_is_not_told() {
        IssuedToken token = issued();

        assertThat(events.of(() -> events.service().sessions().end(token.value(), UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void end_of_all_other_sessions_and_of_all() {
        IssuedToken token = issued();
        fixture.login("ana");
        fixture.login("ana");
        EventContext context = events.byOwner(token.token().userId());

        assertThat(events.of(() -> {
                    events.service().sessions().endOthers(token.value());
                    events.service().sessions().endAll(token.value());
                }))
                .containsExactly(
                        new AccountEvent.SessionsEnded(context, 2), new AccountEvent.SessionsEnded(context, 1));
    }

    @Test
    void change_of_the_password() {
        IssuedToken token = issued();

        assertThat(events.of(() -> events.service().passwords().change(token.value(), PASSWORD, NEW_PASSWORD)))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.PASSWORD_CHANGED,
                        events.byOwner(token.token().userId())));
    }

    @Test
    void change_of_the_username() {
        IssuedToken token = issued();

        assertThat(events.of(() -> events.service().changeUsername(token.value(), PASSWORD, fixture.unique("anna"))))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.USERNAME_CHANGED,
                        events.byOwner(token.token().userId())));
    }

    @Test
    void export() {
        IssuedToken token = issued();

        assertThat(events.of(() -> events.service().export(token.value())))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.EXPORTED, events.byOwner(token.token().userId())));
    }

    @Test
    void deletion() {
        IssuedToken token = issued();

        assertThat(events.of(() -> events.service().delete(token.value(), PASSWORD)))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.DELETED, events.byOwner(token.token().userId())));
    }

    @Test
    void mere_looking_is_not_told() {
        IssuedToken token = issued();

        assertThat(events.of(() -> {
                    events.service().me(token.value());
                    events.service().getUser(token.value(), token.token().userId());
                    events.service().caller(token.value()).has("anything");
                    List<Session> sessions = events.service().sessions().list(token.value());
                    assertThat(sessions).hasSize(1);
                    events.service().isRegistered(fixture.unique("ana"));
                }))
                .isEmpty();
    }

    @Test
    void without_a_source_where_the_host_names_none() {
        IssuedToken token = issued();

        assertThat(events.of(() -> fixture.service().from(" \n").logout(token.value())))
                .singleElement()
                .satisfies(event -> assertThat(event.context().source()).isEqualTo(Optional.empty()));
    }

    @Test
    void of_what_was_refused_is_none_told() {
        IssuedToken token = issued();

        assertThat(events.of(() -> {
                    Refusals.violations(() -> events.service().register(Registration.of("", "")));
                    Refusals.violations(() -> events.service().passwords().change(token.value(), PASSWORD, "short"));
                    Refusals.violations(() -> events.service().changeUsername(token.value(), PASSWORD, "no name!"));
                    Refusals.reason(() -> events.service().logout("0".repeat(40)));
                }))
                .isEmpty();
    }

    private AccountService verifying() {
        return fixture.builder()
                .emails(EmailPolicy.defaults().requireVerification())
                .build()
                .service()
                .from("192.0.2.7");
    }

    @Test
    void request_of_a_reset() {
        User ana = fixture.registered("ana");

        assertThat(events.of(() -> events.service().passwords().requestReset(ana.email())))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.PASSWORD_RESET_REQUESTED, events.withoutActor(ana.id())));
    }

    @Test
    void request_of_a_reset_that_finds_nobody() {
        assertThat(events.of(() -> events.service().passwords().requestReset(fixture.email("unknown"))))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET_REQUESTED, events.ofUnknownUser()));
    }

    @Test
    void reset() {
        User ana = fixture.verified("ana");
        fixture.service().passwords().requestReset(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        List<AccountEvent> heard =
                events.of(() -> events.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD));

        assertThat(heard)
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET, events.withoutActor(ana.id())));
        assertThat(heard.toString()).doesNotContain(link.value());
    }

    @Test
    void reset_of_the_username() {
        User ana = fixture.registered("ana");
        assertThat(events.of(() -> events.service().usernames().requestReset(ana.email())))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.USERNAME_RESET_REQUESTED, events.withoutActor(ana.id())));
        assertThat(events.of(() -> events.service().usernames().requestReset(fixture.email("unknown"))))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.USERNAME_RESET_REQUESTED, events.ofUnknownUser()));
        OneTimeToken link = fixture.mail().link(ana.id());

        List<AccountEvent> heard =
                events.of(() -> events.service().usernames().reset(link.uid(), link.value(), fixture.unique("anna")));

        assertThat(heard)
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.USERNAME_CHANGED, events.withoutActor(ana.id())));
    }

    @Test
    void reset_that_proves_the_address_as_well() {
        User ana = fixture.registered("ana");
        fixture.service().passwords().requestReset(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        List<AccountEvent> heard =
                events.of(() -> events.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD));

        assertThat(heard)
                .containsExactlyInAnyOrder(
                        new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET, events.withoutActor(ana.id())),
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_VERIFIED, events.withoutActor(ana.id())));
    }

    @Test
    void verification_of_the_present_address() {
        User ana = fixture.registered("ana");
        fixture.service().emails().requestVerification(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        List<AccountEvent> heard = events.of(() -> events.service().emails().confirm(link.uid(), link.value()));

        assertThat(heard)
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_VERIFIED, events.withoutActor(ana.id())));
        assertThat(heard.toString()).doesNotContain(link.value());
    }

    @Test
    void request_of_a_verification_is_not_told() {
        User ana = fixture.registered("ana");

        assertThat(events.of(() -> events.service().emails().requestVerification(ana.email())))
                .isEmpty();
    }

    @Test
    void change_of_the_address_at_once() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        assertThat(events.of(() -> events.service().emails().change(token, PASSWORD, fixture.email("anna"))))
                .containsExactly(new AccountEvent.Plain(AccountEvent.Kind.EMAIL_CHANGED, events.byOwner(ana.id())));
    }

    @Test
    void change_to_the_present_address_is_not_told() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        assertThat(events.of(() -> events.service().emails().change(token, PASSWORD, ana.email())))
                .isEmpty();
    }

    @Test
    void change_of_the_address_that_has_to_be_confirmed() {
        User ana = fixture.verified("ana");
        String token = fixture.login("ana");

        assertThat(events.of(() -> verifying().emails().change(token, PASSWORD, fixture.email("anna"))))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_CHANGE_REQUESTED, events.byOwner(ana.id())));
    }

    @Test
    void withdrawal_of_an_address_that_has_to_be_confirmed() {
        User ana = fixture.verified("ana");
        String token = fixture.login("ana");
        verifying().emails().change(token, PASSWORD, fixture.email("anna"));

        assertThat(events.of(() -> verifying().emails().change(token, null, ana.email())))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_CHANGE_WITHDRAWN, events.byOwner(ana.id())));
        assertThat(events.of(() -> verifying().emails().change(token, null, ana.email())))
                .isEmpty();
    }

    @Test
    void confirmation_of_another_address() {
        User ana = fixture.verified("ana");
        verifying().emails().change(fixture.login("ana"), PASSWORD, fixture.email("anna"));
        OneTimeToken link = fixture.mail().link(ana.id());

        assertThat(events.of(() -> events.service().emails().confirm(link.uid(), link.value())))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_CHANGED, events.withoutActor(ana.id())),
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_VERIFIED, events.withoutActor(ana.id())));
    }

    @Test
    void of_a_link_that_is_not_good_is_nothing_told() {
        User ana = fixture.registered("ana");
        fixture.service().passwords().requestReset(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        assertThat(events.of(() -> {
                    Refusals.violations(() -> events.service().emails().confirm(link.uid(), link.value()));
                    Refusals.violations(
                            () -> events.service().passwords().reset(link.uid(), "0".repeat(40), NEW_PASSWORD));
                }))
                .isEmpty();
    }
}
