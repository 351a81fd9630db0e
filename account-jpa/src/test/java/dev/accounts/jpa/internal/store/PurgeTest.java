package dev.accounts.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.EventContext;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.AuditStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.Parameter;

/** Removing rows in a transaction that does not see that others have removed some of them. */
@OnEachDatabase
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PurgeTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    @Parameter
    TestDatabase database;

    private JpaAccountStores stores;
    private AuditStore audit;
    private boolean othersCame;

    @BeforeEach
    void open() {
        database.empty();
        stores = database.stores();
        audit = stores.audit();
    }

    @Test
    void goes_past_attempts_that_others_removed() {
        IntStream.range(0, 5)
                .forEach(
                        i -> stores.attempts().replace(key(i), Optional.empty(), new Attempts(1, NOW.minusSeconds(i))));

        int removed = stores.atomically(() -> {
            stores.attempts().find(key(0));
            meanwhile(() -> stores.attempts().purge(NOW, NOW, NOW, 2));
            return stores.attempts().purge(NOW.plusSeconds(1), NOW.plusSeconds(1), NOW, 2);
        });

        assertThat(removed).isEqualTo(2);
        assertThat(stores.attempts().purge(NOW.plusSeconds(1), NOW.plusSeconds(1), NOW, 2))
                .isEqualTo(1);
    }

    @Test
    void ends_where_others_removed_everything() {
        IntStream.range(0, 3)
                .forEach(i -> audit.append(new AccountEvent.Plain(
                        AccountEvent.Kind.DELETED,
                        new EventContext(NOW, Optional.of(1L), Optional.empty(), Optional.empty()))));

        int removed = stores.atomically(() -> {
            audit.list(Optional.of(1L), 0, 10);
            meanwhile(() -> audit.purge(NOW.plusSeconds(1), 3));
            return audit.purge(NOW.plusSeconds(1), 2);
        });

        assertThat(removed).isZero();
    }

    /** Once, although a transaction that the database undoes is made again. */
    private void meanwhile(Supplier<Integer> others) {
        if (!othersCame) {
            othersCame = true;
            assertThat(stores.apart(others)).isPositive();
        }
    }

    private static String key(int i) {
        return Integer.toString(i).repeat(64);
    }
}
