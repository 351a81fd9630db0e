package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs accounts from registration to deletion, so that every table of the library is written, read and emptied. */
final class WholeLife {

    private static final String PASSWORD = "k12345678";
    private static final String NEW_PASSWORD = "battery-Staple-9";

    private final MovableClock clock = new MovableClock();
    private final Accounts system;
    private final AccountService accounts;
    private final AccountAdministration administration;

    private WholeLife(JpaAccountStores stores) {
        system = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .clock(clock)
                .audit(stores.audit(), AuditPolicy.defaults())
                .build();
        accounts = system.service().from("192.0.2.7");
        administration = system.administration();
    }

    /** Lives one life in a host: alone, and in a transaction with a row of the host. */
    static void in(Host host) {
        WholeLife life = new WholeLife(host.stores());
        life.live();
        life.joins(host);
    }

    static void in(JpaAccountStores stores) {
        new WholeLife(stores).live();
    }

    private void live() {
        long root = accounts.register(Registration.of("root", PASSWORD)).id();
        system.maintenance().appointSuperuser(root);
        long perm = accounts.towns().create("Perm", "Russia", 56.3, 58.0).id();
        User ana = accounts.register(
                Registration.of("ana", PASSWORD).email("ana@x.org").towns(List.of(perm)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> accounts.register(Registration.of("ANA", PASSWORD)));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> accounts.login("ana", "wrong"));
        String token = accounts.login("ana", PASSWORD).value();
        assertThat(accounts.me(token).email()).isEqualTo("ana@x.org");
        assertThat(accounts.getUser(token, ana.id()).towns()).containsExactly(perm);
        clock.advance(Duration.ofHours(1));
        assertThat(accounts.me(token).id()).isEqualTo(ana.id());

        giveRoles(root, ana.id(), token);
        change(root, ana.id(), token);
        leave(root, ana.id());
    }

    private void giveRoles(long root, long id, String token) {
        long group = administration.roles().ensureGroup(root, "editors").id();
        long add = administration.roles().ensurePermission(root, "town.add").id();
        long drop = administration.roles().ensurePermission(root, "town.drop").id();
        administration.roles().setPermissions(root, group, List.of(add));
        administration.setGroups(root, id, List.of(group));
        administration.setPermissions(root, id, List.of(drop));
        assertThat(accounts.caller(token).permissions()).containsExactlyInAnyOrder("town.add", "town.drop");
    }

    private void change(long root, long id, String token) {
        accounts.profile().change(token, ProfileChange.none().firstName("Ana").daysCount(7));
        accounts.changeUsername(token, PASSWORD, "anna");
        accounts.emails().change(token, PASSWORD, "anna@x.org");
        assertThat(administration.search(root, UserSearch.all().prefix("ann").active(true)))
                .extracting(User::id, User::daysCount)
                .containsExactly(tuple(id, 7));
        accounts.passwords().requestReset("anna@x.org");
        List<AccountMessage> mailed = new ArrayList<>();
        assertThat(system.maintenance().deliver(mailed::add, 10)).isPositive();
        OneTimeToken link = mailed.stream()
                .flatMap(message -> message.token().stream())
                .findFirst()
                .orElseThrow();
        accounts.passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        assertRefused(token);
    }

    private void leave(long root, long id) {
        String token = accounts.login("anna", NEW_PASSWORD, "laptop").value();
        assertThat(accounts.sessions().list(token)).hasSize(1);
        administration.setActive(root, id, false);
        assertRefused(token);
        administration.setActive(root, id, true);
        String again = accounts.login("anna", NEW_PASSWORD).value();
        accounts.logout(again);
        assertRefused(again);
        accounts.delete(accounts.login("anna", NEW_PASSWORD).value(), NEW_PASSWORD);
        assertThat(administration.search(root, UserSearch.all()))
                .extracting(User::username)
                .containsExactly("root");
        clock.advance(Duration.ofDays(400));
        assertThat(system.maintenance().purge(100)).isPositive();
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> accounts.me(token));
    }

    private void joins(Host host) {
        IllegalStateException failure = new IllegalStateException("the host failed");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> host.inTransaction(entityManager -> {
                    entityManager.persist(new HostNote("lost"));
                    accounts.register(Registration.of("lost", PASSWORD));
                    throw failure;
                }))
                .isSameAs(failure);
        host.inTransaction(entityManager -> {
            entityManager.persist(new HostNote("kept"));
            accounts.register(Registration.of("kept", PASSWORD));
        });
        assertThat(host.notes()).containsExactly("kept");
        assertThat(accounts.isRegistered("lost")).isFalse();
        assertThat(accounts.isRegistered("kept")).isTrue();
    }
}
