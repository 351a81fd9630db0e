package dev.accounts.testkit.contract.life;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.spi.NewTown;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.HostData;
import dev.accounts.testkit.internal.Race;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class LeavingCases {

    private final AccountsFixture fixture;

    LeavingCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Town town() {
        return fixture.stores().towns().insert(new NewTown(fixture.unique("Perm"), "Russia", 58.0, 56.3));
    }

    @Test
    void every_token_ends_and_nobody_finds_the_account() {
        String bobs = fixture.token("bob");
        User ana = fixture.registered("ana");
        String other = fixture.login("ana");
        String token = fixture.login("ana");

        fixture.service().delete(token, PASSWORD);

        assertThat(Stream.of(token, other, bobs).map(fixture::isLive)).containsExactly(false, false, true);
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();
        assertThat(fixture.service().isRegistered(fixture.unique("ana"))).isFalse();
        assertThatExceptionOfType(UserNotFoundException.class)
                .isThrownBy(() -> fixture.service().getUser(bobs, ana.id()));
    }

    @Test
    void name_and_address_are_free_again_and_nothing_comes_back_with_them() {
        Registration registration =
                Registration.of(fixture.unique("ana"), PASSWORD).email(fixture.email("ana"));
        User ana = fixture.service().register(registration.towns(town().id()));
        fixture.service().delete(fixture.login("ana"), PASSWORD);

        User next = fixture.service()
                .register(Registration.of(fixture.unique("ana"), NEW_PASSWORD).email(fixture.email("ana")));

        String token =
                fixture.service().login(fixture.unique("ana"), NEW_PASSWORD).value();
        assertThat(next.id()).isNotEqualTo(ana.id());
        assertThat(fixture.service().getUser(token, next.id()).towns()).isEmpty();
        assertThat(fixture.service().sessions().list(token)).hasSize(1);
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();
    }

    @Test
    void an_id_is_given_to_nobody_else() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(fixture.registered("ana").id());
            fixture.service().delete(fixture.login("ana"), PASSWORD);
        }

        assertThat(ids).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void messages_that_wait_go_with_it() {
        String token = fixture.token("ana");
        fixture.service().passwords().requestReset(fixture.email("ana"));
        fixture.service().changeUsername(token, PASSWORD, fixture.unique("anna"));

        fixture.service().delete(token, PASSWORD);
        fixture.registered("ana");

        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void failed_logins_are_forgotten_with_it() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();
        for (int i = 0; i < 5; i++) {
            fixture.canLogIn(fixture.unique("ana"), "wrong");
        }

        fixture.administration().delete(root, ana);
        fixture.registered("ana");

        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void asks_for_the_password() {
        String token = fixture.token("ana");

        assertThat(violations(() -> fixture.service().delete(token, null)))
                .containsExactly("current_password: required");
        assertThat(violations(() -> fixture.service().delete(token, " "))).containsExactly("current_password: blank");
        assertThat(violations(() -> fixture.service().delete(token, "wrong")))
                .containsExactly("current_password: invalid");

        assertThat(fixture.isLive(token)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void asks_for_a_live_token() {
        String token = fixture.token("ana");
        fixture.service().logout(token);

        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> fixture.service().delete(token, PASSWORD));

        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void the_data_of_the_host_is_erased_while_the_account_is_still_there() {
        List<Long> erased = new ArrayList<>();
        List<Boolean> there = new ArrayList<>();
        fixture.restart(b -> b.personalData(new HostData("orders", id -> {
                    there.add(fixture.stores().users().find(id).isPresent());
                    erased.add(id);
                }))
                .personalData(new HostData("letters", erased::add)));
        User ana = fixture.registered("ana");

        fixture.service().delete(fixture.login("ana"), PASSWORD);

        assertThat(erased).containsExactly(ana.id(), ana.id());
        assertThat(there).containsExactly(true);
    }

    @Test
    void what_the_data_of_the_host_throws_undoes_all() {
        IllegalStateException failure = new IllegalStateException("the host cannot");
        List<Town> written = new ArrayList<>();
        fixture.restart(b -> b.personalData(new HostData("orders", id -> written.add(town())))
                .personalData(new HostData("letters", id -> {
                    throw failure;
                })));
        String token = fixture.token("ana");

        assertThatThrownBy(() -> fixture.service().delete(token, PASSWORD)).isSameAs(failure);

        assertThat(fixture.isLive(token)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
        assertThat(written).hasSize(1);
        assertThat(fixture.stores().towns().find(written.get(0).id())).isEmpty();
    }

    @Test
    void what_follows_in_the_transaction_of_the_host_undoes_all() {
        String token = fixture.token("ana");
        IllegalStateException failure = new IllegalStateException("the host changed its mind");

        assertThatThrownBy(() -> fixture.stores().atomically(() -> {
                    fixture.service().delete(token, PASSWORD);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(fixture.isLive(token)).isTrue();
        assertThat(fixture.service().isRegistered(fixture.unique("ana"))).isTrue();
    }

    @Test
    void of_many_at_once_exactly_one_deletes() {
        fixture.restart(b -> b.withoutThrottle());
        String token = fixture.token("ana");

        List<Boolean> outcomes = Race.of(32, i -> deletes(token));

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
    }

    private boolean deletes(String token) {
        try {
            fixture.service().delete(token, PASSWORD);
            return true;
        } catch (NotAuthenticatedException | UserNotFoundException gone) {
            return false;
        }
    }
}
