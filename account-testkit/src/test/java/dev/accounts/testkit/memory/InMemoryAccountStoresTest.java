package dev.accounts.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.TestAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryAccountStoresTest {

    private final TestAccounts accounts = TestAccounts.create();
    private final InMemoryAccountStores stores = accounts.stores();

    private User user(long id) {
        return stores.users().find(id).orElseThrow();
    }

    @Nested
    class Update {

        @Test
        void changes_what_the_edit_says() {
            User ana = accounts.registered("ana");

            stores.update(
                    ana.id(),
                    user -> user.active(false)
                            .staff(true)
                            .superuser(true)
                            .daysCount(10)
                            .groups(new Group(1, "editors"))
                            .permissions(new Permission(2, "weather.add_town")));

            User changed = user(ana.id());
            assertThat(changed.active()).isFalse();
            assertThat(changed.staff()).isTrue();
            assertThat(changed.superuser()).isTrue();
            assertThat(changed.daysCount()).isEqualTo(10);
            assertThat(changed.groups()).containsExactly(new Group(1, "editors"));
            assertThat(changed.permissions()).containsExactly(new Permission(2, "weather.add_town"));
        }

        @Test
        void keeps_what_the_edit_leaves_alone() {
            accounts.loggedIn("ana");
            User before = user(1);
            String hash =
                    stores.users().read(UserKey.username("ana")).orElseThrow().passwordHash();

            stores.update(1, user -> user);

            assertThat(user(1)).isEqualTo(before);
            assertThat(stores.users()
                            .read(UserKey.username("ana"))
                            .orElseThrow()
                            .passwordHash())
                    .isEqualTo(hash);
        }

        @Test
        void is_seen_by_the_tokens_of_the_user() {
            String token = accounts.loggedIn("ana").value();

            stores.update(1, user -> user.staff(true));

            assertThat(accounts.service().me(token).staff()).isTrue();
        }

        @Test
        void refuses_unknown_users_and_values_out_of_bounds() {
            User ana = accounts.registered("ana");

            assertThatIllegalArgumentException().isThrownBy(() -> stores.update(99, user -> user));
            assertThatIllegalArgumentException().isThrownBy(() -> stores.update(1, user -> user.daysCount(11)));

            assertThat(user(1)).isEqualTo(ana);
        }
    }

    @Nested
    class UpdateWithRoles {

        @Test
        void stores_groups_and_permissions_that_are_not_there_yet() {
            User ana = accounts.registered("ana");
            Group editors = new Group(7, "editors");
            Permission edit = new Permission(9, "edit");

            stores.update(ana.id(), user -> user.groups(editors).permissions(edit));

            assertThat(stores.roles().roles().groups()).containsOnlyKeys(editors);
            assertThat(stores.roles().effective(ana.id())).containsExactly("edit");
            assertThat(stores.roles().ensureGroup("editors")).isEqualTo(editors);
            assertThat(stores.roles().ensureGroup("readers").id()).isEqualTo(8);
            assertThat(stores.roles().ensurePermission("read").id()).isEqualTo(10);
        }

        @Test
        void is_a_change_to_whoever_read_the_user_before() {
            User ana = accounts.registered("ana");
            StoredUser seen = stores.users().read(UserKey.id(ana.id())).orElseThrow();

            stores.update(ana.id(), user -> user.active(false));

            assertThat(stores.users().replace(seen)).isFalse();
            assertThat(stores.users().read(UserKey.id(ana.id())).orElseThrow().active())
                    .isFalse();
        }
    }

    @Nested
    class Ids {

        @Test
        void are_never_given_twice() {
            long ana = accounts.registered("ana").id();
            long group = stores.roles().ensureGroup("editors").id();
            stores.users().delete(stores.users().read(UserKey.id(ana)).orElseThrow());
            stores.roles().deleteGroup(group);

            assertThat(accounts.registered("ana").id()).isGreaterThan(ana);
            assertThat(stores.roles().ensureGroup("editors").id()).isGreaterThan(group);
        }

        @Test
        void are_not_taken_by_what_was_refused() {
            accounts.registered("ana");
            Claim taken = Claim.of(Optional.of("ana"), Optional.empty(), List.of());
            assertThat(stores.users().insert(new NewUser("ana", "", taken, "hash", MovableClock.START)))
                    .isInstanceOf(Insertion.Refused.class);

            assertThat(accounts.registered("bob").id()).isEqualTo(2);
        }
    }

    @Nested
    class PartsOfWork {

        @Test
        void that_fail_are_undone_where_the_rest_goes_on() {
            List<String> ran = new ArrayList<>();

            stores.atomically(() -> {
                stores.roles().ensureGroup("before");
                assertThatExceptionOfType(BadCredentialsException.class)
                        .isThrownBy(() -> stores.atomically(() -> {
                            stores.afterCommit(() -> ran.add("failed"));
                            stores.roles().ensureGroup("failed");
                            throw new BadCredentialsException();
                        }));
                stores.afterCommit(() -> ran.add("done"));
                return stores.roles().ensureGroup("after");
            });

            assertThat(stores.roles().roles().groups().keySet())
                    .extracting(Group::name)
                    .containsExactly("before", "after");
            assertThat(ran).containsExactly("done");
        }

        @Test
        void that_stand_apart_run_their_actions_when_no_work_is_under_way_any_more() {
            List<String> ran = new ArrayList<>();

            stores.atomically(() -> {
                stores.apart(() -> {
                    stores.afterCommit(() -> ran.add("apart"));
                    return true;
                });
                assertThat(ran).isEmpty();
                return true;
            });

            assertThat(ran).containsExactly("apart");
        }
    }
}
