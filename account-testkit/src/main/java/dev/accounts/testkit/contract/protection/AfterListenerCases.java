package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountListener;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A listener after the commit hears only of committed changes and cannot undo them. */
abstract class AfterListenerCases {

    private final AccountsFixture fixture;

    AfterListenerCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void rolledBack(Runnable work) {
        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    work.run();
                    throw new HostFailure();
                }));
    }

    @Test
    void hurts_nobody_by_what_it_throws() {
        AccountListener throwing = event -> {
            throw new HostFailure();
        };
        Accounts accounts = fixture.builder()
                .listenAfterCommit(throwing)
                .listenAfterCommit(throwing)
                .build();

        User ana = accounts.service().register(Registration.of(fixture.unique("ana"), PASSWORD));
        String token = accounts.service().login(ana.username(), PASSWORD).value();
        accounts.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
        accounts.service().delete(token, NEW_PASSWORD);

        assertThat(fixture.stores().users().find(ana.id())).isEmpty();
        assertThat(fixture.heard()).hasSize(4);
    }

    /** Listeners in other languages than Java can throw checked exceptions here. */
    @Test
    void hurts_nobody_by_what_it_should_not_throw() {
        Accounts accounts = fixture.builder()
                .listenAfterCommit(event -> throwAny(new IOException("no")))
                .listenAfterCommit(event -> throwAny(new NoClassDefFoundError("no")))
                .build();

        User ana = accounts.service().register(Registration.of(fixture.unique("ana"), PASSWORD));

        String token = accounts.service().login(ana.username(), PASSWORD).value();
        assertThat(accounts.service().me(token).id()).isEqualTo(ana.id());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable any) throws T {
        throw (T) any;
    }

    @Test
    void keeps_no_other_from_hearing() {
        List<AccountEvent> second = new ArrayList<>();
        AccountService service = fixture.builder()
                .listenAfterCommit(event -> {
                    throw new HostFailure();
                })
                .listenAfterCommit(second::add)
                .build()
                .service();

        service.register(Registration.of(fixture.unique("ana"), PASSWORD));

        assertThat(second).hasSize(1).isEqualTo(fixture.heard());
    }

    @Test
    void sees_what_was_committed() {
        List<Optional<User>> seen = new ArrayList<>();
        AccountService service = fixture.builder()
                .listenAfterCommit(event -> seen.add(
                        event.context().userId().flatMap(fixture.stores().users()::find)))
                .build()
                .service();

        User ana = service.register(Registration.of(fixture.unique("ana"), PASSWORD));

        assertThat(seen).containsExactly(Optional.of(ana));
    }

    @Test
    void may_use_the_service_itself() {
        AccountService service = fixture.builder()
                .listenAfterCommit(event -> {
                    if (event.kind() == AccountEvent.Kind.REGISTERED) {
                        fixture.login("ana");
                    }
                })
                .build()
                .service();

        User ana = service.register(Registration.of(fixture.unique("ana"), PASSWORD));

        assertThat(fixture.stores().tokens().list(ana.id())).hasSize(1);
        assertThat(fixture.heard()).extracting(AccountEvent::name).containsExactlyInAnyOrder("registered", "logged_in");
    }

    @Test
    void hears_nothing_of_what_a_host_rolled_back() {
        String token = fixture.token("ana");
        long root = fixture.root();
        long ana = fixture.service().me(token).id();
        fixture.heard();

        rolledBack(() -> fixture.service().register(Registration.of(fixture.unique("ben"), PASSWORD)));
        rolledBack(() -> fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD));
        rolledBack(() -> fixture.service().logout(token));
        rolledBack(() -> fixture.administration().setActive(root, ana, false));
        rolledBack(() -> fixture.administration().delete(root, ana));

        assertThat(fixture.heard()).isEmpty();
        assertThat(fixture.service().isRegistered(fixture.unique("ben"))).isFalse();
        assertThat(fixture.service().me(token).id()).isEqualTo(ana);
        fixture.login("ana");
    }

    @Test
    void hears_nothing_of_a_login_that_a_host_rolled_back() {
        long ana = fixture.registered("ana").id();
        fixture.heard();

        rolledBack(() -> fixture.login("ana"));

        assertThat(fixture.heard()).isEmpty();
        assertThat(fixture.stores().tokens().list(ana)).isEmpty();
    }

    @Test
    void hears_when_the_host_commits_and_not_before() {
        List<AccountEvent> before = new ArrayList<>();

        User ana = fixture.stores().atomically(() -> {
            User user = fixture.registered("ana");
            before.addAll(fixture.heard());
            return user;
        });

        assertThat(before).isEmpty();
        assertThat(fixture.heard())
                .singleElement()
                .satisfies(event -> assertThat(event.context().userId()).contains(ana.id()));
    }

    @Test
    void hears_of_the_rest_where_a_refusal_came_between() {
        String token = fixture.token("ana");
        fixture.heard();

        fixture.stores().atomically(() -> {
            fixture.registered("ben");
            Refusals.violations(() -> fixture.registered("ana"));
            Refusals.violations(() -> fixture.service().delete(token, ""));
            return true;
        });

        assertThat(fixture.heard()).extracting(AccountEvent::name).containsExactly("registered");
        assertThat(fixture.service().isRegistered(fixture.unique("ben"))).isTrue();
    }
}
