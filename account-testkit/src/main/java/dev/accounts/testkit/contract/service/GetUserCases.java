package dev.accounts.testkit.contract.service;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_MISSING;
import static dev.accounts.model.NotAuthenticatedException.Reason.USER_INACTIVE;
import static dev.accounts.testkit.internal.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.Identity;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.policy.UserVisibility;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class GetUserCases {

    private final AccountsFixture fixture;

    GetUserCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void assertNotFound(AccountService service, String token, long userId) {
        assertThatExceptionOfType(UserNotFoundException.class)
                .isThrownBy(() -> service.getUser(token, userId))
                .withMessage("user not found")
                .withNoCause();
    }

    @Test
    void shows_the_whole_of_another_user() {
        long town = fixture.service()
                .towns()
                .create("Perm", "Russia", 56.316666, 58.0)
                .id();
        User bob = fixture.service().register(fixture.registration("bob").towns(town));

        assertThat(fixture.service().getUser(fixture.token("ana"), bob.id())).isEqualTo(bob);
    }

    @Test
    void shows_a_user_itself_with_its_last_login() {
        User ana = fixture.registered("ana");
        fixture.clock().advance(Duration.ofSeconds(1));
        String token = fixture.login("ana");

        assertThat(fixture.service().getUser(token, ana.id()).lastLogin()).contains(MovableClock.START.plusSeconds(1));
    }

    @Test
    void shows_inactive_users_and_says_so() {
        User bob = fixture.registered("bob");
        fixture.deactivate(bob.id());

        assertThat(fixture.service().getUser(fixture.token("ana"), bob.id()).active())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void finds_nobody_by_an_unknown_id(long id) {
        assertNotFound(fixture.service(), fixture.token("ana"), id);
    }

    @Test
    void reveals_nothing_without_a_live_token() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        String ended = fixture.login("ana");
        fixture.service().logout(ended);

        for (long id : new long[] {ana.id(), Long.MAX_VALUE}) {
            assertThat(reason(() -> fixture.service().getUser(null, id))).isEqualTo(TOKEN_MISSING);
            assertThat(reason(() -> fixture.service().getUser("", id))).isEqualTo(TOKEN_MISSING);
            assertThat(reason(() -> fixture.service().getUser("nonsense", id))).isEqualTo(TOKEN_INVALID);
            assertThat(reason(() -> fixture.service().getUser(ended, id))).isEqualTo(TOKEN_INVALID);
        }
        fixture.clock().advance(Duration.ofDays(30));
        assertThat(reason(() -> fixture.service().getUser(token, ana.id()))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void reveals_nothing_to_an_inactive_caller() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        fixture.deactivate(ana.id());

        assertThat(reason(() -> fixture.service().getUser(token, ana.id()))).isEqualTo(USER_INACTIVE);
    }

    @Test
    void hides_others_as_if_they_did_not_exist_if_so_set() {
        AccountService strict = fixture.builder()
                .userVisibility(UserVisibility.SELF_OR_STAFF)
                .build()
                .service();
        User bob = fixture.registered("bob");
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        assertThat(strict.getUser(token, ana.id()).username()).isEqualTo(ana.username());
        assertNotFound(strict, token, bob.id());
        assertNotFound(strict, token, Long.MAX_VALUE);
    }

    @Test
    void asks_the_policy_who_sees_whom() {
        List<String> asked = new ArrayList<>();
        AccountService curious = fixture.builder()
                .userVisibility((viewer, userId) -> asked.add(viewer + " sees " + userId))
                .build()
                .service();
        User bob = fixture.registered("bob");
        String token = fixture.token("ana");
        Identity ana = curious.me(token);

        curious.getUser(token, bob.id());
        assertNotFound(curious, token, -1);

        assertThat(asked).containsExactly(ana + " sees " + bob.id(), ana + " sees -1");
    }
}
