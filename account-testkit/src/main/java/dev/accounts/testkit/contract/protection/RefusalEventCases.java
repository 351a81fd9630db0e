package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Reason;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountListener;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of refused calls: listeners get the reason, callers do not. */
abstract class RefusalEventCases {

    private final AccountsFixture fixture;
    private final EventFixture events;

    RefusalEventCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.events = new EventFixture(fixture);
    }

    private void refuse(AccountService service, String name, String password) {
        new Guesses(service).judgedWrong(fixture.unique(name), password);
    }

    @Test
    void that_nobody_has_the_name() {
        assertThat(events.of(() -> refuse(events.service(), "unknown", PASSWORD)))
                .containsExactly(new AccountEvent.LoginRefused(events.ofUnknownUser(), Reason.UNKNOWN_USER));
    }

    @Test
    void that_the_password_is_another() {
        long id = fixture.registered("ana").id();

        assertThat(events.of(() -> refuse(events.service(), "ana", WRONG_PASSWORD)))
                .containsExactly(new AccountEvent.LoginRefused(events.withoutActor(id), Reason.WRONG_PASSWORD));
    }

    @Test
    void that_the_account_is_not_active() {
        long id = fixture.registered("ana").id();
        fixture.deactivate(id);

        assertThat(events.of(() -> refuse(events.service(), "ana", PASSWORD)))
                .containsExactly(new AccountEvent.LoginRefused(events.withoutActor(id), Reason.INACTIVE));
    }

    @Test
    void that_the_address_is_not_verified() {
        long id = fixture.registered("ana").id();
        AccountService verifying = fixture.builder()
                .emails(EmailPolicy.defaults().requireVerification())
                .build()
                .service()
                .from("192.0.2.7");

        assertThat(events.of(() -> refuse(verifying, "ana", PASSWORD)))
                .containsExactly(new AccountEvent.LoginRefused(events.withoutActor(id), Reason.UNVERIFIED));
    }

    @Test
    void that_the_present_password_is_another() {
        long id = fixture.registered("ana").id();
        String token = fixture.login("ana");

        assertThat(events.of(() -> Refusals.violations(() -> events.service().delete(token, WRONG_PASSWORD))))
                .containsExactly(new AccountEvent.LoginRefused(events.byOwner(id), Reason.WRONG_PASSWORD));
    }

    @Test
    void that_too_many_failed() {
        long id = fixture.registered("ana").id();
        new Guesses(fixture.service()).wrong(fixture.unique("ana"), 5);

        assertThat(events.of(() -> new Guesses(events.service()).refused(fixture.unique("ana"))))
                .containsExactly(new AccountEvent.Plain(AccountEvent.Kind.THROTTLED, events.withoutActor(id)));
    }

    @Test
    void even_where_the_host_rolls_back() {
        long id = fixture.registered("ana").id();

        assertThat(events.of(() -> assertThatExceptionOfType(HostFailure.class)
                        .isThrownBy(() -> fixture.stores().atomically(() -> {
                            refuse(events.service(), "ana", WRONG_PASSWORD);
                            throw new HostFailure();
                        }))))
                .containsExactly(new AccountEvent.LoginRefused(events.withoutActor(id), Reason.WRONG_PASSWORD));
    }

    @Test
    void to_listeners_in_a_transaction_as_well() {
        long id = fixture.registered("ana").id();
        List<AccountEvent> inside = new ArrayList<>();
        AccountService service = fixture.builder()
                .listenInTransaction(inside::add)
                .build()
                .service()
                .from("192.0.2.7");

        refuse(service, "ana", WRONG_PASSWORD);

        assertThat(inside)
                .containsExactly(new AccountEvent.LoginRefused(events.withoutActor(id), Reason.WRONG_PASSWORD));
    }

    @Test
    void to_whom_it_may_concern_though_a_listener_throws() {
        fixture.registered("ana");
        AccountListener throwing = event -> {
            throw new HostFailure();
        };
        AccountService service = fixture.builder()
                .listenInTransaction(throwing)
                .listenAfterCommit(throwing)
                .build()
                .service();
        fixture.heard();

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> service.login(fixture.unique("ana"), WRONG_PASSWORD));

        assertThat(fixture.heard()).hasSize(1);
    }

    @Test
    void but_not_of_tokens_that_are_none() {
        assertThat(events.of(() -> assertThatExceptionOfType(NotAuthenticatedException.class)
                        .isThrownBy(() -> events.service().me("0".repeat(40)))))
                .isEmpty();
    }
}
