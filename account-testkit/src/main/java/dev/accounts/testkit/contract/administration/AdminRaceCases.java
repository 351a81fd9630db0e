package dev.accounts.testkit.contract.administration;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountException;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

abstract class AdminRaceCases {

    private static final int RUNNERS = 32;

    private final AccountsFixture fixture;
    private final Superusers superusers;

    AdminRaceCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.superusers = new Superusers(fixture);
    }

    /** New superusers, the only ones in the stores; one of them is the root of the fixture. */
    private List<Long> onlySuperusers(int round, int count) {
        long root = superusers.only();
        return LongStream.concat(
                        LongStream.of(root),
                        IntStream.range(1, count).mapToLong(i -> fixture.superuser("boss" + round + "-" + i)))
                .boxed()
                .toList();
    }

    /** Whether the call succeeded. A refusal that a race may cause is no failure. */
    private static boolean done(Runnable call) {
        try {
            call.run();
            return true;
        } catch (PermissionDeniedException | UserNotFoundException e) {
            return false;
        }
    }

    private List<AccountAdministration> nodes() {
        return List.of(fixture.builder().build().administration(), fixture.administration());
    }

    /** Demotes, deactivates or deletes another superuser. */
    private static void strike(AccountAdministration node, int kind, long actor, long victim) {
        switch (kind % 3) {
            case 0 -> node.setSuperuser(actor, victim, false);
            case 1 -> node.setActive(actor, victim, false);
            default -> node.delete(actor, victim);
        }
    }

    private void assertOneIsLeft(int kinds, int bosses) {
        List<AccountAdministration> nodes = nodes();
        List<Long> all = onlySuperusers(kinds, bosses);

        List<Boolean> done = Race.of(
                RUNNERS,
                i -> done(() ->
                        strike(nodes.get(i % 2), i / bosses * kinds, all.get(i % bosses), all.get((i + 1) % bosses))));

        assertThat(superusers.active()).isNotEmpty().isSubsetOf(all);
        assertThat(done).contains(true);
    }

    @Test
    void superusers_who_demote_each_other_leave_one() {
        assertOneIsLeft(3, 2);
    }

    @Test
    void superusers_who_demote_each_other_in_a_ring_leave_one() {
        assertOneIsLeft(0, 5);
    }

    @Test
    void superusers_who_demote_deactivate_and_delete_each_other_leave_one() {
        assertOneIsLeft(1, 8);
    }

    @Test
    void superusers_who_all_leave_at_once_leave_one() {
        List<Long> all = onlySuperusers(9, 8);
        AccountService service = fixture.service();
        List<String> tokens = IntStream.range(0, all.size())
                .mapToObj(i -> fixture.login(i == 0 ? "root" : "boss9-" + i))
                .toList();

        List<Boolean> gone = Race.of(all.size(), i -> done(() -> service.delete(tokens.get(i), PASSWORD)));

        assertThat(superusers.active()).hasSize(1).isSubsetOf(all);
        assertThat(gone).containsOnlyOnce(false);
    }

    @Test
    void logins_that_meet_a_deactivation_leave_no_token() {
        long root = fixture.root();
        for (int round = 0; round < 10; round++) {
            String name = "ana" + round;
            long id = fixture.registered(name).id();

            Race.of(8, i -> i == 3 ? deactivated(root, id) : loggedIn(name));

            assertThat(fixture.stores().tokens().list(id)).isEmpty();
            fixture.administration().setActive(root, id, true);
            assertThat(fixture.stores().tokens().list(id)).isEmpty();
        }
    }

    private boolean deactivated(long root, long userId) {
        fixture.administration().setActive(root, userId, false);
        return true;
    }

    private boolean loggedIn(String name) {
        try {
            fixture.login(name);
            return true;
        } catch (BadCredentialsException | TooManyAttemptsException e) {
            return false;
        }
    }

    @Test
    void changes_that_meet_a_deletion_are_made_before_it_or_not_at_all() {
        long root = fixture.root();
        for (int round = 0; round < 5; round++) {
            String name = "ana" + round;
            long id = fixture.registered(name).id();
            String token = fixture.login(name);

            List<AccountException> refusals =
                    Race.of(10, i -> i == 5 ? deleted(root, id) : changed(i, root, name, id, token)).stream()
                            .flatMap(List::stream)
                            .toList();

            assertThat(refusals)
                    .allSatisfy(refusal -> assertThat(refusal)
                            .isInstanceOfAny(UserNotFoundException.class, NotAuthenticatedException.class));
            assertThat(fixture.stores().users().find(id)).isEmpty();
            assertThat(fixture.stores().tokens().list(id)).isEmpty();
            assertThat(fixture.mail().to(id)).isEmpty();
        }
    }

    private List<AccountException> deleted(long root, long id) {
        fixture.administration().delete(root, id);
        return List.of();
    }

    private List<AccountException> changed(int kind, long root, String name, long id, String token) {
        try {
            switch (kind % 5) {
                case 0 -> fixture.administration().startPasswordReset(root, id);
                case 1 -> fixture.administration().setStaff(root, id, true);
                case 2 -> fixture.service().passwords().requestReset(fixture.email(name));
                case 3 -> fixture.service().changeUsername(token, PASSWORD, fixture.unique("anna" + id));
                default -> fixture.administration().endSessions(root, id);
            }
            return List.of();
        } catch (AccountException e) {
            return List.of(e);
        }
    }
}
