package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.KnownSourceStore;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link dev.accounts.spi.KnownSourceStore} guarantees. */
public abstract class KnownSourceStoreContract {

    private static final Instant LATER = JOINED.plus(Duration.ofDays(1));

    private StoreFixture fixture;

    /** For the test of an adapter. */
    protected KnownSourceStoreContract() {}

    @BeforeEach
    final void createFixture() {
        fixture = new StoreFixture(this::stores);
    }

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    private KnownSourceStore sources() {
        return stores().knownSources();
    }

    private String digest(String source) {
        return fixture.digest(source).hex();
    }

    private void record(long userId, String source, Instant now) {
        sources().record(userId, digest(source), now);
    }

    @Test
    void finds_what_was_recorded_to_the_microsecond() {
        record(fixture.inserted("ana"), "home", JOINED);

        assertThat(sources().find(digest("home"))).contains(JOINED);
        assertThat(sources().find(digest("work"))).isEmpty();
    }

    @Test
    void keeps_the_time_of_the_last_login() {
        long ana = fixture.inserted("ana");
        record(ana, "home", JOINED);

        record(ana, "home", LATER);

        assertThat(sources().find(digest("home"))).contains(LATER);
    }

    @Test
    void replaces_the_source_that_was_not_used_for_the_longest_time() {
        long ana = fixture.inserted("ana");
        record(fixture.inserted("ben"), "ben", JOINED.minusSeconds(1));
        IntStream.range(0, KnownSourceStore.MOST).forEach(i -> record(ana, "place" + i, JOINED.plusSeconds(i)));
        record(ana, "place0", LATER);

        record(ana, "new", LATER);

        assertThat(sources().find(digest("place1"))).isEmpty();
        for (String kept : List.of("place0", "place2", "place9", "new", "ben")) {
            assertThat(sources().find(digest(kept))).as(kept).isPresent();
        }
    }

    /** The source of the login under way stays known, even if the clock was ahead at the others. */
    @Test
    void never_replaces_the_source_that_it_records() {
        long ana = fixture.inserted("ana");
        IntStream.range(0, KnownSourceStore.MOST).forEach(i -> record(ana, "place" + i, LATER.plusSeconds(i)));

        record(ana, "new", JOINED);

        assertThat(sources().find(digest("new"))).contains(JOINED);
        assertThat(sources().find(digest("place0"))).isEmpty();
    }

    @Test
    void forgets_the_sources_of_one_user() {
        long ana = fixture.inserted("ana");
        record(ana, "home", JOINED);
        record(ana, "work", JOINED);
        record(fixture.inserted("ben"), "ben", JOINED);

        assertThat(sources().forget(ana)).isEqualTo(2);

        assertThat(sources().find(digest("home"))).isEmpty();
        assertThat(sources().find(digest("ben"))).isPresent();
        assertThat(sources().forget(ana)).isZero();
    }

    @Test
    void loses_them_with_the_user() {
        long ana = fixture.inserted("ana");
        record(ana, "home", JOINED);

        stores().users().delete(fixture.read(ana));

        assertThat(sources().find(digest("home"))).isEmpty();
    }

    @Test
    void records_nothing_if_the_work_is_undone() {
        long ana = fixture.inserted("ana");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> stores().atomically(() -> {
                    record(ana, "home", JOINED);
                    throw new IllegalStateException();
                }));

        assertThat(sources().find(digest("home"))).isEmpty();
    }

    @Test
    void purges_what_is_older_and_nothing_else() {
        long ana = fixture.inserted("ana");
        Purge.all(limit -> sources().purge(JOINED, ReservedTime.END, limit));
        record(ana, "old", ReservedTime.second(1));
        record(ana, "older", ReservedTime.second(0));
        record(ana, "exact", ReservedTime.second(2));

        assertThat(sources().purge(JOINED, ReservedTime.second(2), 1)).isOne();
        assertThat(sources().purge(JOINED, ReservedTime.second(2), 10)).isOne();

        assertThat(sources().find(digest("old"))).isEmpty();
        assertThat(sources().find(digest("older"))).isEmpty();
        assertThat(sources().find(digest("exact"))).isPresent();
    }

    @Test
    void dates_now_what_a_clock_that_was_ahead_has_dated() {
        long ana = fixture.inserted("ana");
        record(ana, "ahead", JOINED.plusSeconds(1));
        record(ana, "now", JOINED);

        sources().purge(JOINED, ReservedTime.END, 100);

        assertThat(sources().find(digest("ahead"))).contains(JOINED);
        assertThat(sources().find(digest("now"))).contains(JOINED);
    }
}
