package dev.accounts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.spi.UserKey;
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
}
