package dev.accounts.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.spi.AuditStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 2500})
    void gives_all_entries_of_a_user_however_many_pages_they_fill(int count) {
        AuditTrail trail = new AuditTrail(new Entries(count), AuditPolicy.defaults());

        assertThat(trail.of(7))
                .extracting(AuditEntry::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    void tells_how_many_entries_a_purge_removed() {
        AuditTrail trail = new AuditTrail(new Entries(0), AuditPolicy.defaults());

        assertThat(trail.purge(NOW, 10)).isEqualTo(10);
    }

    /** A store with a number of entries of one user. */
    private record Entries(int count) implements AuditStore {

        @Override
        public void append(AccountEvent event) {}

        @Override
        public void count(AccountEvent event, String key) {}

        @Override
        public List<AuditEntry> list(Optional<Long> userId, long afterId, int limit) {
            return LongStream.rangeClosed(afterId + 1, Math.min(afterId + limit, count))
                    .mapToObj(id -> new AuditEntry(id, NOW, "LOGGED_IN", userId, userId, Optional.empty(), "", 1))
                    .toList();
        }

        @Override
        public int forget(long userId) {
            return 0;
        }

        @Override
        public int purge(Instant before, int limit) {
            assertThat(before).isEqualTo(NOW.minus(AuditPolicy.defaults().retention()));
            return limit;
        }
    }
}
