package dev.accounts.testkit.contract.life;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.IssuedToken;
import dev.accounts.model.User;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.Session;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class SessionCases {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final AccountsFixture fixture;

    SessionCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private IssuedToken issued(String name, String label) {
        return fixture.service().login(fixture.unique(name), PASSWORD, label);
    }

    private List<Session> list(String token) {
        return fixture.service().sessions().list(token);
    }

    private UUID id(String token) {
        return list(token).stream()
                .filter(Session::current)
                .map(Session::id)
                .findFirst()
                .orElseThrow();
    }

    private boolean end(String token, UUID id) {
        return fixture.service().sessions().end(token, id);
    }

    @Test
    void lists_the_newest_first_with_all_that_is_known() {
        fixture.registered("ana");
        IssuedToken phone = issued("ana", "Phone");
        fixture.clock().advance(Duration.ofSeconds(1));
        IssuedToken desk = issued("ana", "Desk");
        Instant start = MovableClock.START;
        Instant next = start.plusSeconds(1);

        assertThat(list(phone.value()))
                .containsExactly(
                        new Session(
                                desk.token().id(),
                                "Desk",
                                next,
                                next,
                                Optional.of(next.plus(LIFETIME)),
                                Delegation.NONE,
                                false),
                        new Session(
                                phone.token().id(),
                                "Phone",
                                start,
                                start,
                                Optional.of(start.plus(LIFETIME)),
                                Delegation.NONE,
                                true));
    }

    @Test
    void lists_no_tokens_of_others() {
        String anas = fixture.token("ana");
        fixture.token("bob");

        assertThat(list(anas)).hasSize(1);
    }

    @Test
    void lists_live_tokens_only() {
        String expired = fixture.token("ana");
        UUID expiredId = id(expired);
        fixture.clock().advance(LIFETIME.minusNanos(1000));
        String live = fixture.login("ana");
        assertThat(list(live)).extracting(Session::id).containsExactly(id(live), expiredId);

        fixture.clock().advance(Duration.ofNanos(1000));

        assertThat(list(live)).extracting(Session::id).containsExactly(id(live));
        assertThat(end(live, expiredId)).isFalse();
    }

    @Test
    void shows_tokens_without_expiry_as_such() {
        fixture.restart(b -> b.tokens(TokenPolicy.defaults().neverExpiring()));

        assertThat(list(fixture.token("ana"))).extracting(Session::expiresAt).containsExactly(Optional.empty());
    }

    @Test
    void ends_one_of_several() {
        String one = fixture.token("ana");
        String two = fixture.login("ana");
        String three = fixture.login("ana");

        assertThat(end(three, id(one))).isTrue();

        assertThat(Stream.of(one, two, three).map(fixture::isLive)).containsExactly(false, true, true);
        assertThat(Refusals.reason(() -> fixture.service().me(one))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void ends_the_one_that_is_presented() {
        String token = fixture.token("ana");

        assertThat(end(token, id(token))).isTrue();

        assertThat(fixture.isLive(token)).isFalse();
    }

    @Test
    void ends_no_token_of_somebody_else() {
        String anas = fixture.token("ana");
        String bobs = fixture.token("bob");

        assertThat(end(anas, id(bobs))).isFalse();
        assertThat(end(anas, UUID.randomUUID())).isFalse();

        assertThat(fixture.isLive(bobs)).isTrue();
        assertThat(fixture.isLive(anas)).isTrue();
    }

    @Test
    void ends_one_for_exactly_one_of_many_at_once() {
        String one = fixture.token("ana");
        String two = fixture.login("ana");
        UUID id = id(one);

        assertThat(Collections.frequency(Race.of(32, i -> end(two, id)), true)).isEqualTo(1);
    }

    @Test
    void ends_all_others() {
        String one = fixture.token("ana");
        String two = fixture.login("ana");
        String bobs = fixture.token("bob");

        fixture.service().sessions().endOthers(two);

        assertThat(Stream.of(one, two, bobs).map(fixture::isLive)).containsExactly(false, true, true);
    }

    @Test
    void ends_all() {
        String one = fixture.token("ana");
        String two = fixture.login("ana");
        String bobs = fixture.token("bob");

        fixture.service().sessions().endAll(two);

        assertThat(Stream.of(one, two, bobs).map(fixture::isLive)).containsExactly(false, false, true);
        assertThat(fixture.isLive(fixture.login("ana"))).isTrue();
    }

    @Test
    void answers_nobody_without_a_live_token() {
        String token = fixture.token("ana");
        UUID id = id(token);
        fixture.service().logout(token);

        assertThat(Refusals.reason(() -> list(token))).isEqualTo(TOKEN_INVALID);
        assertThat(Refusals.reason(() -> end(token, id))).isEqualTo(TOKEN_INVALID);
        assertThat(Refusals.reason(() -> fixture.service().sessions().endOthers(token)))
                .isEqualTo(TOKEN_INVALID);
        assertThat(Refusals.reason(() -> fixture.service().sessions().endAll(token)))
                .isEqualTo(TOKEN_INVALID);
    }

    @Test
    void shows_labels_on_one_line_and_cut() {
        fixture.registered("ana");
        String face = "\uD83D\uDE00";

        assertThat(Stream.of(
                                "",
                                "  my\nphone\t\u0000\u202E ",
                                "half \uD83D a letter",
                                "a".repeat(101),
                                face.repeat(150),
                                "\n".repeat(500) + "late")
                        .map(label -> issued("ana", label).token().label()))
                .containsExactly("", "myphone", "half  a letter", "a".repeat(100), face.repeat(100), "late");
        assertThat(list(issued("ana", "last").value()))
                .extracting(Session::label)
                .contains("myphone", face.repeat(100));
    }

    private Session session(String token) {
        return fixture.service().sessions().list(token).stream()
                .filter(Session::current)
                .findFirst()
                .orElseThrow();
    }

    /** Reads the times from the store, since a call would use a token. */
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
