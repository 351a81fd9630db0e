package dev.accounts.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.Notice;
import dev.accounts.spi.OutboxStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Workers that take notices out of one table at the same time. */
@OnEachDatabase
class OutboxClaimsTest {

    private static final int WORKERS = 4;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);

    @Parameter
    TestDatabase database;

    private OutboxStore outbox;

    @BeforeEach
    void open() {
        database.empty();
        outbox = database.stores().outbox();
    }

    @Test
    void get_each_notice_once() throws Exception {
        IntStream.range(0, 200)
                .forEach(i -> outbox.add(Optional.of(inserted("user" + i)), Kind.RESET_PASSWORD, "n" + i, NOW));

        List<Notice> taken = claimedByAll(() -> outbox.claim(NOW, UNTIL, 7));

        assertThat(taken).extracting(Notice::id).hasSize(200).doesNotHaveDuplicates();
        assertThat(taken).extracting(Notice::attempts).containsOnly(1);
    }

    @Test
    void get_a_notice_once_in_a_call_even_if_its_time_is_over_at_once() {
        outbox.add(Optional.of(inserted("ana")), Kind.RESET_PASSWORD, "", NOW);

        assertThat(outbox.claim(NOW, NOW, 5)).hasSize(1);
        assertThat(outbox.claim(NOW, NOW, 5)).extracting(Notice::attempts).containsExactly(2);
    }

    @Test
    void never_get_two_notices_of_one_user_at_a_time() throws Exception {
        for (int user = 0; user < 10; user++) {
            long id = inserted("user" + user);
            IntStream.range(0, 5).forEach(i -> outbox.add(Optional.of(id), Kind.PASSWORD_CHANGED, "", NOW));
        }

        assertThat(claimedByAll(() -> outbox.claim(NOW, UNTIL, 100))).hasSize(10);

        List<Notice> delivered = claimedByAll(() -> {
            List<Notice> claimed = outbox.claim(UNTIL, UNTIL.plusSeconds(60), 3);
            claimed.forEach(outbox::remove);
            return claimed;
        });
        assertThat(delivered).hasSize(50);
    }

    /** Each worker claims until there is nothing left for it. */
    private static List<Notice> claimedByAll(Callable<List<Notice>> claim)
            throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<List<Notice>>> results = workers.invokeAll(Collections.nCopies(WORKERS, () -> {
                List<Notice> mine = new ArrayList<>();
                for (List<Notice> some = claim.call(); !some.isEmpty(); some = claim.call()) {
                    mine.addAll(some);
                }
                return mine;
            }));
            List<Notice> all = new ArrayList<>();
            for (Future<List<Notice>> result : results) {
                all.addAll(result.get());
            }
            return all;
        } finally {
            workers.shutdownNow();
        }
    }

    private long inserted(String name) {
        Claim claim = Claim.of(Optional.of(name), Optional.empty(), List.of());
        Insertion insertion = database.stores().users().insert(new NewUser(name, "", claim, "hash", NOW));
        return ((Insertion.Stored) insertion).id();
    }
}
