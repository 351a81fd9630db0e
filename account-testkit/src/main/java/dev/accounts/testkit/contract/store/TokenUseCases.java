package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AuthToken;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.User;
import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class TokenUseCases {

    private static final int RUNNERS = 32;
    private static final int ROUNDS = 10;
    private static final int TOUCHES = 10;
    private static final Instant NOW = JOINED.plusSeconds(3600);
    private static final Optional<Instant> NEVER = Optional.empty();

    private final StoreFixture fixture;

    TokenUseCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean touch(String token, Instant now, Instant notSince) {
        return fixture.stores().tokens().touch(fixture.digest(token), now, notSince);
    }

    private AuthToken issued() {
        AuthToken token = fixture.token("token", fixture.inserted("ana"), JOINED);
        assertThat(fixture.issue(token)).isTrue();
        return token;
    }

    private void assertLastUsed(AuthToken token, Instant time) {
        assertThat(fixture.stores().tokens().list(token.userId()))
                .extracting(AuthToken::lastUsedAt)
                .containsExactly(time);
        assertThat(fixture.stores().tokens().findOwner(token.digest()))
                .hasValueSatisfying(owner -> assertThat(owner.lastUsedAt()).isEqualTo(time));
    }

    @Test
    void notes_down_a_use() {
        AuthToken token = issued();

        assertThat(touch("token", NOW, JOINED.plusNanos(1000))).isTrue();

        assertLastUsed(token, NOW);
    }

    @Test
    void notes_down_nothing_as_long_as_the_last_note_is_new_enough() {
        AuthToken token = issued();

        assertThat(touch("token", NOW, JOINED)).isFalse();
        assertThat(touch("token", NOW, JOINED.minusSeconds(1))).isFalse();

        assertLastUsed(token, JOINED);
    }

    @Test
    void notes_down_a_use_that_is_dated_later_by_a_clock_that_was_ahead() {
        AuthToken token = issued();
        Instant before = JOINED.minusSeconds(60);

        assertThat(touch("token", before, before.minusSeconds(60))).isFalse();
        assertThat(touch("token", before, before.minusSeconds(59))).isTrue();

        assertLastUsed(token, before);
    }

    @Test
    void notes_down_nothing_of_an_unknown_token() {
        AuthToken token = issued();

        assertThat(touch("other", NOW, NOW)).isFalse();

        assertLastUsed(token, JOINED);
    }

    @Test
    void brings_no_token_back() {
        AuthToken token = issued();
        fixture.stores().tokens().end(token.digest(), JOINED);

        assertThat(touch("token", NOW, NOW)).isFalse();

        assertThat(fixture.isStored("token")).isFalse();
    }

    @Test
    void leaves_everything_else_as_it_was() {
        AuthToken token = issued();
        User owner = fixture.user(token.userId());
        StoredUser state = fixture.read(token.userId());

        touch("token", NOW, NOW);

        assertThat(fixture.user(token.userId())).isEqualTo(owner);
        assertThat(fixture.read(token.userId())).isEqualTo(state);
        assertThat(fixture.stores().tokens().list(token.userId()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lastUsedAt")
                .containsExactly(token);
    }

    @Test
    void stands_when_the_work_around_it_is_undone() {
        AuthToken token = issued();
        AtomicBoolean touched = new AtomicBoolean();

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    touched.set(touch("token", NOW, NOW));
                    throw new BadCredentialsException();
                }));

        assertThat(touched).isTrue();
        assertLastUsed(token, NOW);
    }

    @Test
    void is_done_by_exactly_one_of_many_at_once() {
        AuthToken token = issued();

        assertThat(Collections.frequency(Race.of(RUNNERS, i -> touch("token", NOW, NOW)), true))
                .isEqualTo(1);

        assertLastUsed(token, NOW);
    }

    /** Many runners touch a token repeatedly while one of them ends it. */
    private void assertEnded(Consumer<AuthToken> end) {
        for (int round = 0; round < ROUNDS; round++) {
            AuthToken token = fixture.token("token", fixture.inserted("ana" + round), JOINED);
            assertThat(fixture.issue(token)).isTrue();

            Race.of(RUNNERS, i -> {
                for (int touched = 0; touched < TOUCHES; touched++) {
                    touch("token", NOW, NOW.plusSeconds(1));
                    if (i == 0 && touched == TOUCHES / 2) {
                        end.accept(token);
                    }
                }
                return true;
            });

            assertThat(fixture.isStored("token")).isFalse();
            assertThat(fixture.stores().tokens().list(token.userId())).isEmpty();
        }
    }

    @Test
    void brings_no_token_back_that_ends_at_the_same_moment() {
        assertEnded(token -> assertThat(fixture.stores().tokens().end(token.digest(), JOINED))
                .isTrue());
    }

    @Test
    void brings_no_token_back_that_ends_at_the_same_moment_with_all_of_its_owner() {
        assertEnded(token -> assertThat(fixture.stores().tokens().endAll(token.userId(), Optional.empty()))
                .isEqualTo(1));
    }

    @BeforeEach
    void clear_the_reserved_time() {
        Purge.all(limit -> purge(ReservedTime.END, Optional.of(ReservedTime.END), limit));
    }

    private int purge(Instant now, Optional<Instant> unusedSince, int limit) {
        return fixture.stores().tokens().purge(now, unusedSince, limit);
    }

    /** Issues so many tokens, numbered from 0; each expires a second after the one before. */
    private long withTokens(String name, int count) {
        long id = fixture.inserted(name);
        IntStream.range(0, count)
                .forEach(i -> fixture.issue(
                        fixture.token(name + i, id, ReservedTime.START, Optional.of(ReservedTime.second(i)))));
        return id;
    }

    private long left(String name, int count) {
        return IntStream.range(0, count).filter(i -> fixture.isStored(name + i)).count();
    }

    @Test
    void removes_what_has_expired_by_now() {
        withTokens("ana", 3);

        assertThat(purge(ReservedTime.second(1), NEVER, 100)).isEqualTo(2);

        assertThat(fixture.isStored("ana0")).isFalse();
        assertThat(fixture.isStored("ana1")).isFalse();
        assertThat(fixture.isStored("ana2")).isTrue();
        assertThat(purge(ReservedTime.second(2).minusNanos(1000), NEVER, 100)).isZero();
    }

    @Test
    void removes_what_was_not_used_in_a_long_time_if_asked_to() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("unused", id, ReservedTime.second(1), Optional.empty()));
        fixture.issue(fixture.token("used", id, ReservedTime.second(1), Optional.empty()));
        fixture.issue(fixture.token("newer", id, ReservedTime.second(1).plusNanos(1000), Optional.empty()));
        fixture.stores().tokens().touch(fixture.digest("used"), ReservedTime.second(9), ReservedTime.second(9));
        assertThat(purge(ReservedTime.second(5), NEVER, 100)).isZero();

        assertThat(purge(ReservedTime.second(5), Optional.of(ReservedTime.second(1)), 100))
                .isEqualTo(1);

        assertThat(fixture.isStored("unused")).isFalse();
        assertThat(fixture.isStored("used")).isTrue();
        assertThat(fixture.isStored("newer")).isTrue();
    }

    @Test
    void removes_tokens_of_inactive_users_as_well_as_of_others() {
        fixture.deactivate(withTokens("ana", 1));
        withTokens("bob", 1);

        assertThat(purge(ReservedTime.second(5), NEVER, 100)).isEqualTo(2);
    }

    @Test
    void leaves_tokens_that_can_be_used() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("now", id, JOINED));
        fixture.issue(fixture.token("forever", id, ReservedTime.START, Optional.empty()));

        assertThat(purge(ReservedTime.second(5), NEVER, 100)).isZero();

        assertThat(fixture.isStored("now")).isTrue();
        assertThat(fixture.isStored("forever")).isTrue();
    }

    @Test
    void removes_no_more_at_a_time_than_it_may() {
        withTokens("ana", 5);

        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isEqualTo(2);
        assertThat(left("ana", 5)).isEqualTo(3);

        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isEqualTo(2);
        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isEqualTo(1);
        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isZero();
    }

    @Test
    void counts_each_token_once_for_many_at_once() {
        withTokens("ana", 20);

        int removed = Race.of(RUNNERS, i -> purge(ReservedTime.second(30), NEVER, 3)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(removed).isEqualTo(20 - (int) left("ana", 20));
    }
}
