package dev.accounts.testkit.contract.life;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

abstract class LastSuperuserCases {

    private final AccountsFixture fixture;

    LastSuperuserCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void requireNoOthers(long root, Set<Long> own) {
        long last = 0;
        List<User> page;
        do {
            page = fixture.administration()
                    .search(root, new UserSearch("", Optional.of(true), Optional.empty(), last, UserSearch.MAX_PAGE));
            for (User user : page) {
                if (user.superuser() && !own.contains(user.id())) {
                    fixture.administration().setSuperuser(root, user.id(), false);
                }
                last = user.id();
            }
        } while (!page.isEmpty());
    }

    private boolean leaves(String token) {
        try {
            fixture.service().delete(token, PASSWORD);
            return true;
        } catch (PermissionDeniedException refused) {
            return false;
        }
    }

    @Test
    void cannot_leave_before_there_is_another() {
        long root = fixture.root();
        requireNoOthers(root, Set.of(root));
        String token = fixture.login("root");

        assertThat(leaves(token)).isFalse();
        assertThat(fixture.isLive(token)).isTrue();
        fixture.maintenance().appointSuperuser(fixture.registered("ana").id());

        assertThat(leaves(token)).isTrue();
    }

    @Test
    void is_not_replaced_by_one_who_is_inactive() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();
        fixture.maintenance().appointSuperuser(ana);
        requireNoOthers(root, Set.of(root, ana));
        fixture.administration().setActive(root, ana, false);

        assertThat(leaves(fixture.login("root"))).isFalse();
    }

    @Test
    void is_left_when_all_leave_at_once() {
        Set<Long> own = new TreeSet<>();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            long id = fixture.registered("root" + i).id();
            fixture.maintenance().appointSuperuser(id);
            own.add(id);
            tokens.add(fixture.login("root" + i));
        }
        requireNoOthers(own.iterator().next(), own);

        List<Boolean> outcomes = Race.of(32, i -> leaves(tokens.get(i)));

        assertThat(Collections.frequency(outcomes, false)).isEqualTo(1);
        String last = tokens.get(outcomes.indexOf(false));
        assertThat(fixture.service().me(last).superuser()).isTrue();
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.service().delete(last, PASSWORD));
    }
}
