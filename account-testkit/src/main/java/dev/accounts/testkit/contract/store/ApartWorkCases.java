package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Attempts;
import dev.accounts.testkit.internal.Race;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class ApartWorkCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    ApartWorkCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private AccountStores stores() {
        return fixture.stores();
    }

    private boolean count(String name) {
        return stores().attempts().replace(fixture.digest(name).hex(), Optional.empty(), new Attempts(1, JOINED));
    }

    private boolean isCounted(String name) {
        return stores().attempts().find(fixture.digest(name).hex()).isPresent();
    }

    private void undo(Runnable work) {
        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    work.run();
                    throw new BadCredentialsException();
                })))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void stands_without_any_other_work() {
        assertThat(stores().<Boolean>apart(() -> count("key"))).isTrue();

        assertThat(isCounted("key")).isTrue();
    }

    @Test
    void stands_when_the_work_around_it_is_undone() {
        undo(() -> {
            fixture.inserted("ana");
            stores().apart(() -> count("key"));
            fixture.inserted("bob");
        });

        assertThat(isCounted("key")).isTrue();
        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void stands_with_the_work_around_it() {
        stores().atomically(() -> {
            stores().apart(() -> count("key"));
            return fixture.inserted("ana");
        });

        assertThat(isCounted("key")).isTrue();
        assertThat(fixture.credentials("ana")).isPresent();
    }

    @Test
    void is_undone_alone() {
        stores().atomically(() -> {
            fixture.inserted("ana");
            assertThat(catchThrowable(() -> stores().apart(() -> {
                        count("key");
                        throw new BadCredentialsException();
                    })))
                    .isInstanceOf(BadCredentialsException.class);
            return fixture.inserted("bob");
        });

        assertThat(isCounted("key")).isFalse();
        assertThat(fixture.credentials("ana")).isPresent();
        assertThat(fixture.credentials("bob")).isPresent();
    }

    @Test
    void takes_inner_work_with_it() {
        undo(() -> stores().apart(() -> stores().atomically(() -> count("key"))));
        assertThat(isCounted("key")).isTrue();

        assertThat(catchThrowable(() -> stores().apart(() -> {
                    stores().atomically(() -> count("other"));
                    throw new BadCredentialsException();
                })))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(isCounted("other")).isFalse();
    }

    @Test
    void stands_twice_in_one_work() {
        undo(() -> {
            stores().apart(() -> count("one"));
            stores().apart(() -> count("two"));
        });

        assertThat(isCounted("one")).isTrue();
        assertThat(isCounted("two")).isTrue();
    }

    @Test
    void loses_no_attempt_of_many_at_once() {
        String key = fixture.digest("key").hex();

        Race.of(RUNNERS, i -> {
            boolean counted = false;
            while (!counted) {
                counted = stores().apart(() -> {
                    Optional<Attempts> seen = stores().attempts().find(key);
                    int next = seen.map(Attempts::count).orElse(0) + 1;
                    return stores().attempts().replace(key, seen, new Attempts(next, JOINED));
                });
            }
            return true;
        });

        assertThat(stores().attempts().find(key)).map(Attempts::count).contains(RUNNERS);
    }
}
