package dev.accounts.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.accounts.fixture.Bench;
import dev.accounts.model.Identity;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.factor.Authentication;
import dev.accounts.policy.UserVisibility;
import dev.accounts.service.AccountService;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAuthenticatorTest {

    private final Bench bench = new Bench();
    private String token;

    @BeforeEach
    void logAliceIn() {
        bench.registered("alice");
        bench.registered("bob");
        token = bench.loggedIn("alice").value();
    }

    @Nested
    class Me {

        @Test
        void is_who_holds_the_token() {
            assertThat(bench.service.me(token))
                    .isEqualTo(new Identity(
                            1, "alice", "alice@example.com", false, false, Authentication.byPassword(bench.now)));
        }

        @Test
        void lives_up_to_the_last_microsecond_and_not_at_the_expiry() {
            bench.now = bench.now.plus(Bench.LIFETIME).minusNanos(1);
            assertThat(bench.service.me(token).id()).isOne();

            bench.now = bench.now.plusNanos(1);
            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.me(token));
        }

        @Test
        void has_its_use_dated_anew_where_a_clock_was_ahead() {
            bench.now = bench.now.minus(Duration.ofMinutes(4));
            bench.service.me(token);
            assertThat(bench.stores.touches).isZero();

            bench.now = bench.now.minus(Duration.ofMinutes(1));
            bench.service.me(token);
            assertThat(bench.stores.touches).isOne();
        }

        @Test
        void is_told_though_the_use_of_the_token_cannot_be_noted_down() {
            bench.now = bench.now.plus(Duration.ofMinutes(5));
            bench.stores.touchFails = true;

            assertThat(bench.service.me(token).id()).isOne();
            assertThat(bench.service.getUser(token, 2).username()).isEqualTo("bob");

            assertThat(bench.stores.touches).isEqualTo(2);
        }

        @Test
        void is_nobody_without_a_token() {
            assertRefused(Reason.TOKEN_MISSING, () -> bench.service.me(null));
            assertRefused(Reason.TOKEN_MISSING, () -> bench.service.me(""));
        }

        @Test
        void is_refused_while_its_owner_is_not_active() {
            bench.stores.inactive.add(1L);
            assertRefused(Reason.USER_INACTIVE, () -> bench.service.me(token));

            bench.stores.inactive.clear();
            assertThat(bench.service.me(token).id()).isOne();
        }

        @Test
        void an_expired_token_of_an_inactive_owner_tells_nothing_of_the_owner() {
            bench.stores.inactive.add(1L);
            bench.now = bench.now.plus(Bench.LIFETIME);

            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.me(token));
        }

        @ParameterizedTest
        @ValueSource(ints = {39, 41, 100_000})
        void the_store_is_not_asked_for_what_cannot_be_a_token(int length) {
            bench.resetCounters();

            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.me("a".repeat(length)));
            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.logout("a".repeat(length)));

            assertThat(bench.stores.lookUps).isZero();
        }
    }

    @Nested
    class Logout {

        @Test
        void ends_the_presented_token_and_no_other() {
            String other = bench.loggedIn("alice").value();

            bench.service.logout(token);

            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.me(token));
            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.logout(token));
            assertThat(bench.service.me(other).id()).isOne();
        }

        @Test
        void of_an_expired_token_is_refused() {
            bench.now = bench.now.plus(Bench.LIFETIME);

            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.logout(token));
            assertRefused(Reason.TOKEN_MISSING, () -> bench.service.logout(null));
        }
    }

    @Nested
    class GetUser {

        @Test
        void shows_everybody_to_everybody_unless_set_otherwise() {
            assertThat(bench.service.getUser(token, 2).username()).isEqualTo("bob");
            assertThat(bench.service.getUser(token, 1).lastLogin()).contains(bench.now);
        }

        @Test
        void hides_others_as_if_they_did_not_exist_where_only_oneself_may_be_seen() {
            AccountService service = bench.builder()
                    .userVisibility(UserVisibility.SELF_OR_STAFF)
                    .build()
                    .service();

            assertThat(service.getUser(token, 1).username()).isEqualTo("alice");
            for (long id : new long[] {2, 99}) {
                assertThatExceptionOfType(UserNotFoundException.class)
                        .isThrownBy(() -> service.getUser(token, id))
                        .withMessage("user not found");
            }
        }

        private static Identity identity(boolean staff, boolean superuser) {
            return new Identity(1, "s", "", staff, superuser, Authentication.byPassword(Instant.EPOCH));
        }

        @Test
        void staff_and_superusers_see_everybody() {
            assertThat(UserVisibility.SELF_OR_STAFF.permits(identity(true, false), 2))
                    .isTrue();
            assertThat(UserVisibility.SELF_OR_STAFF.permits(identity(false, true), 2))
                    .isTrue();
            assertThat(UserVisibility.SELF_OR_STAFF.permits(identity(false, false), 2))
                    .isFalse();
        }

        @Test
        void tells_nothing_of_existence_without_a_live_token() {
            assertRefused(Reason.TOKEN_INVALID, () -> bench.service.getUser("0".repeat(40), 99));
            assertRefused(Reason.TOKEN_MISSING, () -> bench.service.getUser(null, 1));
            assertThatExceptionOfType(UserNotFoundException.class).isThrownBy(() -> bench.service.getUser(token, 99));
        }
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(NotAuthenticatedException.class))
                .extracting(NotAuthenticatedException::reason)
                .isEqualTo(reason);
    }
}
