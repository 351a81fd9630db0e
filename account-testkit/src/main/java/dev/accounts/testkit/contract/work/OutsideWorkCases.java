package dev.accounts.testkit.contract.work;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Attempts;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class OutsideWorkCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;
    private final List<String> ran = new ArrayList<>();

    OutsideWorkCases(StoreFixture fixture) {
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

    private void later(String action) {
        stores().afterCommit(() -> ran.add(action));
        assertThat(ran).doesNotContain(action);
    }

    @Test
    void runs_actions_in_their_order_when_the_work_is_done() {
        stores().atomically(() -> {
            later("one");
            fixture.inserted("ana");
            later("two");
            later("three");
            return true;
        });

        assertThat(ran).containsExactly("one", "two", "three");
    }

    @Test
    void runs_an_action_at_once_where_no_work_is_under_way() {
        stores().afterCommit(() -> ran.add("one"));
        assertThat(ran).containsExactly("one");

        stores().atomically(() -> fixture.inserted("ana"));
        stores().afterCommit(() -> ran.add("two"));

        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void runs_nothing_of_work_that_was_undone() {
        undo(() -> {
            fixture.inserted("ana");
            later("one");
            stores().atomically(() -> {
                later("two");
                return true;
            });
        });
        stores().atomically(() -> fixture.inserted("bob"));

        assertThat(ran).isEmpty();
    }

    @Test
    void waits_for_the_outermost_work() {
        stores().atomically(() -> {
            later("one");
            stores().atomically(() -> {
                later("two");
                return fixture.inserted("ana");
            });
            assertThat(ran).isEmpty();
            later("three");
            return true;
        });

        assertThat(ran).containsExactly("one", "two", "three");
    }

    @Test
    void shows_everybody_what_was_done() {
        stores().atomically(() -> {
            stores().afterCommit(() ->
                    ran.addAll(Race.of(RUNNERS, i -> fixture.credentials("ana").isPresent() ? "seen" : "missing")));
            return fixture.inserted("ana");
        });

        assertThat(ran).hasSize(RUNNERS).containsOnly("seen");
    }

    @Test
    void lets_an_action_do_work_of_its_own() {
        stores().atomically(() -> {
            stores().afterCommit(() -> stores().atomically(() -> {
                later("two");
                return fixture.inserted("bob");
            }));
            stores().afterCommit(() -> ran.add("three"));
            return fixture.inserted("ana");
        });

        assertThat(ran).containsExactly("two", "three");
        assertThat(fixture.credentials("bob")).isPresent();
    }

    @Test
    void runs_the_actions_of_work_apart_although_the_work_around_it_was_undone() {
        undo(() -> {
            later("outer");
            stores().apart(() -> {
                later("apart");
                return fixture.inserted("ana");
            });
            assertThat(ran).doesNotContain("outer");
        });

        assertThat(ran).containsExactly("apart");
    }

    @Test
    void runs_nothing_of_work_apart_that_was_undone() {
        stores().atomically(() -> {
            later("outer");
            assertThat(catchThrowable(() -> stores().apart(() -> {
                        later("apart");
                        throw new BadCredentialsException();
                    })))
                    .isInstanceOf(BadCredentialsException.class);
            return fixture.inserted("ana");
        });

        assertThat(ran).containsExactly("outer");
    }

    @Test
    void runs_the_actions_of_each_of_many_at_once() {
        Queue<String> together = new ConcurrentLinkedQueue<>();

        Race.of(
                RUNNERS,
                i -> stores().atomically(() -> {
                    stores().afterCommit(() -> together.add("action" + i));
                    return fixture.inserted("user" + i);
                }));

        assertThat(together)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, RUNNERS).mapToObj(i -> "action" + i).toList());
    }
}
