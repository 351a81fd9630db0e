package dev.accounts.testkit.contract.life;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Session;
import dev.accounts.model.User;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class SessionLifeCases {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final AccountsFixture fixture;

    SessionLifeCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Session session(String token) {
        return fixture.service().sessions().list(token).stream()
                .filter(Session::current)
                .findFirst()
                .orElseThrow();
    }

    /** Without using the token. */
    private List<Instant> uses(User user) {
        return fixture.stores().tokens().list(user.id()).stream()
                .map(token -> token.lastUsedAt())
                .toList();
    }

    private void useAfter(Duration pause, String token) {
        fixture.clock().advance(pause);
        fixture.service().me(token);
    }

    @Test
    void tokens_end_when_they_are_idle_for_as_long_as_is_set() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().idleTimeout(HOUR)));
        String used = fixture.token("ana");
        String idle = fixture.login("ana");

        useAfter(HOUR.minus(MICROSECOND), used);
        fixture.clock().advance(MICROSECOND);

        assertThat(fixture.isLive(used)).isTrue();
        assertThat(Refusals.reason(() -> fixture.service().me(idle))).isEqualTo(TOKEN_INVALID);
        assertThat(Refusals.reason(() -> fixture.service().logout(idle))).isEqualTo(TOKEN_INVALID);
        assertThat(fixture.service().sessions().list(used)).hasSize(1);
    }

    @Test
    void idle_tokens_live_on_where_no_timeout_is_set() {
        String token = fixture.token("ana");

        fixture.clock().advance(Duration.ofDays(29));

        assertThat(fixture.isLive(token)).isTrue();
    }

    @Test
    void use_does_not_prolong_a_token_beyond_its_lifetime() {
        fixture.restart(b ->
                b.tokens(TokenPolicy.defaults().lifetime(HOUR.multipliedBy(2)).idleTimeout(HOUR)));
        String token = fixture.token("ana");
        Instant start = MovableClock.START;
        assertThat(session(token).expiresAt()).contains(start.plus(HOUR));

        useAfter(Duration.ofMinutes(50), token);
        assertThat(session(token).expiresAt()).contains(start.plus(Duration.ofMinutes(110)));
        useAfter(Duration.ofMinutes(50), token);
        assertThat(session(token).expiresAt()).contains(start.plus(Duration.ofHours(2)));

        fixture.clock().advance(Duration.ofMinutes(20));
        assertThat(fixture.isLive(token)).isFalse();
    }

    @Test
    void tokens_without_expiry_show_when_they_end_idle() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().neverExpiring().idleTimeout(HOUR)));

        assertThat(session(fixture.token("ana")).expiresAt()).contains(MovableClock.START.plus(HOUR));
    }

    @Test
    void a_use_is_noted_down_once_in_5_minutes() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        Instant start = MovableClock.START;

        useAfter(Duration.ofMinutes(5).minus(MICROSECOND), token);
        assertThat(uses(ana)).containsExactly(start);

        useAfter(MICROSECOND.multipliedBy(2), token);
        Instant noted = start.plus(Duration.ofMinutes(5)).plus(MICROSECOND);
        assertThat(uses(ana)).containsExactly(noted);

        useAfter(Duration.ofMinutes(4), token);
        assertThat(uses(ana)).containsExactly(noted);
        assertThat(session(token).lastUsedAt()).isEqualTo(noted);
    }

    @Test
    void a_use_is_noted_down_as_often_as_is_set() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().lastUseInterval(HOUR)));
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        useAfter(HOUR.minus(MICROSECOND), token);
        assertThat(uses(ana)).containsExactly(MovableClock.START);

        useAfter(Duration.ofMinutes(1), token);
        assertThat(uses(ana)).containsExactly(fixture.clock().instant());
    }

    @Test
    void a_use_is_noted_down_in_time_for_a_short_idle_timeout() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().idleTimeout(Duration.ofMinutes(2))));
        String token = fixture.token("ana");

        Stream.iterate(0, i -> i + 1).limit(10).forEach(i -> useAfter(Duration.ofSeconds(61), token));

        assertThat(fixture.isLive(token)).isTrue();
    }

    @Test
    void the_oldest_token_goes_beyond_the_cap() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().maxPerUser(2)));
        String one = fixture.token("ana");
        String bobs = fixture.token("bob");
        fixture.clock().advance(Duration.ofSeconds(1));
        String two = fixture.login("ana");
        useAfter(Duration.ofMinutes(6), one);

        String three = fixture.login("ana");

        assertThat(Stream.of(one, two, three, bobs).map(fixture::isLive)).containsExactly(false, true, true, true);
    }

    @Test
    void no_more_tokens_than_the_cap_are_left_by_many_at_once() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().maxPerUser(5)));
        User ana = fixture.registered("ana");

        List<String> tokens = Race.of(32, i -> fixture.login("ana"));

        assertThat(fixture.stores().tokens().list(ana.id())).hasSize(5);
        assertThat(tokens.stream().filter(fixture::isLive)).hasSize(5);
    }

    @Test
    void tokens_of_a_deactivated_user_end_for_good() {
        long root = fixture.root();
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        fixture.administration().setActive(root, ana.id(), false);
        assertThat(fixture.isLive(token)).isFalse();
        fixture.administration().setActive(root, ana.id(), true);

        assertThat(fixture.isLive(token)).isFalse();
        assertThat(fixture.stores().tokens().list(ana.id())).isEmpty();
        assertThat(fixture.isLive(fixture.login("ana"))).isTrue();
    }

    @Test
    void expired_and_idle_tokens_are_purged_and_live_ones_stay() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().idleTimeout(HOUR)));
        User ana = fixture.registered("ana");
        fixture.login("ana");
        String used = fixture.login("ana");
        useAfter(Duration.ofMinutes(50), used);
        fixture.clock().advance(Duration.ofMinutes(10));
        assertThat(uses(ana)).hasSize(2);

        Purge.all(fixture.maintenance()::purge);

        assertThat(uses(ana)).hasSize(1);
        assertThat(fixture.isLive(used)).isTrue();
    }
}
