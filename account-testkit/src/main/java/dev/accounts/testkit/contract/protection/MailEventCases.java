package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of links in mails and of addresses. */
abstract class MailEventCases {

    private final AccountsFixture fixture;
    private final EventFixture events;

    MailEventCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.events = new EventFixture(fixture);
    }

    @BeforeEach
    void letTimePass() {
        fixture.clock().advance(Duration.ofMinutes(7).plusNanos(1000));
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
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET_REQUESTED, events.byNobody(ana.id())));
    }

    @Test
    void request_of_a_reset_that_finds_nobody() {
        assertThat(events.of(() -> events.service().passwords().requestReset(fixture.email("nobody"))))
                .containsExactly(new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET_REQUESTED, events.ofNobody()));
    }

    @Test
    void reset() {
        User ana = fixture.verified("ana");
        fixture.service().passwords().requestReset(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        List<AccountEvent> heard =
                events.of(() -> events.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD));

        assertThat(heard)
                .containsExactly(new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET, events.byNobody(ana.id())));
        assertThat(heard.toString()).doesNotContain(link.value());
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
                        new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET, events.byNobody(ana.id())),
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_VERIFIED, events.byNobody(ana.id())));
    }

    @Test
    void verification_of_the_present_address() {
        User ana = fixture.registered("ana");
        fixture.service().emails().requestVerification(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        List<AccountEvent> heard = events.of(() -> events.service().emails().confirm(link.uid(), link.value()));

        assertThat(heard)
                .containsExactly(new AccountEvent.Plain(AccountEvent.Kind.EMAIL_VERIFIED, events.byNobody(ana.id())));
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
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_CHANGED, events.byNobody(ana.id())),
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_VERIFIED, events.byNobody(ana.id())));
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
