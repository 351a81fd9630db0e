package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** They are about all superusers of the stores, so that those of other cases cease to be any. */
abstract class SuperuserCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    SuperuserCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void there_is_no_superuser() {
        List<User> page = List.of();
        do {
            long last = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
            page = fixture.stores().users().search(UserSearch.all().page(last, UserSearch.MAX_PAGE));
            page.stream()
                    .filter(User::superuser)
                    .forEach(user -> fixture.flag(user.id(), user.active(), user.staff(), false));
        } while (page.size() == UserSearch.MAX_PAGE);
    }

    private boolean hasOther(long userId) {
        return fixture.stores().roles().hasOtherSuperuser(userId);
    }

    private long superuser(String name) {
        long id = fixture.inserted(name);
        fixture.flag(id, true, false, true);
        return id;
    }

    @Test
    void the_only_one_has_no_other() {
        long ana = superuser("ana");
        long bob = fixture.inserted("bob");

        assertThat(hasOther(ana)).isFalse();
        assertThat(hasOther(bob)).isTrue();
        assertThat(hasOther(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void where_there_is_none_nobody_has_another() {
        assertThat(hasOther(fixture.inserted("ana"))).isFalse();
    }

    @Test
    void two_have_each_other() {
        assertThat(hasOther(superuser("ana"))).isFalse();
        assertThat(hasOther(superuser("bob"))).isTrue();
    }

    @Test
    void inactive_ones_and_staff_do_not_count() {
        long ana = superuser("ana");
        fixture.flag(fixture.inserted("bob"), false, true, true);
        fixture.flag(fixture.inserted("cid"), true, true, false);

        assertThat(hasOther(ana)).isFalse();
    }

    @Test
    void the_work_sees_what_it_has_changed_itself() {
        long ana = superuser("ana");
        long bob = superuser("bob");

        assertThat(fixture.stores().<Boolean>atomically(() -> {
                    fixture.flag(bob, true, false, false);
                    return hasOther(ana);
                }))
                .isFalse();
    }

    private void assertOneIsLeft(int superusers, UnaryOperator<StoredUser> leaving) {
        List<Long> ids = IntStream.range(0, superusers)
                .mapToObj(i -> superuser("super" + i))
                .toList();

        Race.of(RUNNERS, i -> {
            long id = ids.get(i % superusers);
            return fixture.stores()
                    .<Boolean>atomically(
                            () -> hasOther(id) && fixture.stores().users().replace(leaving.apply(fixture.read(id))));
        });

        assertThat(ids.stream().map(fixture::user).filter(user -> user.active() && user.superuser()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, RUNNERS})
    void one_is_left_of_many_that_cease_to_be_any_at_once(int superusers) {
        assertOneIsLeft(superusers, user -> user.withFlags(new StoredUser.Flags(true, true, false)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, RUNNERS})
    void one_is_left_of_many_that_are_deactivated_at_once(int superusers) {
        assertOneIsLeft(superusers, user -> user.withFlags(new StoredUser.Flags(false, true, true)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, RUNNERS})
    void one_is_left_of_many_that_are_deleted_at_once(int superusers) {
        List<Long> ids = IntStream.range(0, superusers)
                .mapToObj(i -> superuser("super" + i))
                .toList();

        Race.of(RUNNERS, i -> {
            long id = ids.get(i % superusers);
            return fixture.stores()
                    .<Boolean>atomically(() -> hasOther(id)
                            && fixture.stores()
                                    .users()
                                    .read(UserKey.id(id))
                                    .map(fixture.stores().users()::delete)
                                    .orElse(false));
        });

        assertThat(ids.stream().filter(id -> fixture.stores().users().find(id).isPresent()))
                .hasSize(1);
    }
}
