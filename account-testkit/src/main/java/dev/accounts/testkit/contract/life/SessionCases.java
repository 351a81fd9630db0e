package dev.accounts.testkit.contract.life;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.IssuedToken;
import dev.accounts.model.Session;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
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
                        new Session(desk.token().id(), "Desk", next, next, Optional.of(next.plus(LIFETIME)), false),
                        new Session(
                                phone.token().id(), "Phone", start, start, Optional.of(start.plus(LIFETIME)), true));
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
}
