package dev.accounts.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AuthToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.spi.TownStore;
import dev.accounts.spi.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who waits for whom in the database. */
@OnEachDatabase
class RowWaitsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final TokenDigest DIGEST = TokenDigest.of("token");

    @Parameter
    TestDatabase database;

    private JpaAccountStores stores;

    @BeforeEach
    void open() {
        database.empty();
        stores = database.stores();
    }

    @Test
    void noting_down_a_use_does_not_wait_for_whoever_holds_the_token() {
        issue(inserted("ana"));

        boolean touched = stores.atomically(() -> {
            stores.tokens().end(DIGEST, NOW);
            return stores.tokens().touch(DIGEST, NOW.plusSeconds(60), NOW.plusSeconds(1));
        });

        assertThat(touched).isFalse();
    }

    @Test
    void noting_down_a_use_works_when_nobody_holds_the_token() {
        long id = inserted("ana");
        issue(id);

        assertThat(stores.tokens().touch(DIGEST, NOW.plusSeconds(60), NOW.plusSeconds(1)))
                .isTrue();
        assertThat(stores.tokens().touch(DIGEST, NOW.plusSeconds(60), NOW.plusSeconds(1)))
                .isFalse();
        assertThat(stores.tokens().list(id)).extracting(AuthToken::lastUsedAt).containsExactly(NOW.plusSeconds(60));
    }

    @Test
    void of_the_last_two_superusers_one_stays_although_both_decided_on_what_they_had_seen() throws Exception {
        long ana = superuser("ana");
        long bob = superuser("bob");
        CountDownLatch bothHaveRead = new CountDownLatch(2);

        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> first = threads.submit(() -> demoted(ana, bothHaveRead));
            Future<Boolean> second = threads.submit(() -> demoted(bob, bothHaveRead));

            assertThat(List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        assertThat(read(ana).flags().superuser() ^ read(bob).flags().superuser())
                .isTrue();
    }

    @Test
    void deleting_a_town_waits_for_a_registration_that_follows_it() {
        assertWaits(town -> inserted("ana", town));
    }

    @Test
    void deleting_a_town_waits_for_a_user_who_begins_to_follow_it() {
        long ana = inserted("ana");

        assertWaits(
                town -> stores.users().changeProfile(ana, ProfileChange.none().towns(List.of(town))));
    }

    private void assertWaits(LongConsumer follow) {
        long town = stores.towns().insert(new NewTown("Perm", "Russia", 0, 0)).id();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<TownStore.Change> deletion = stores.atomically(() -> {
                follow.accept(town);
                Future<TownStore.Change> waiting =
                        thread.submit(() -> stores.towns().delete(town));
                assertThatExceptionOfType(TimeoutException.class)
                        .isThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS));
                return waiting;
            });
            assertThat(deletion).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(TownStore.Change.REFUSED);
        } finally {
            thread.shutdownNow();
        }
    }

    /** Reads first, so that the snapshot of the transaction is older than what the other one commits. */
    private boolean demoted(long id, CountDownLatch bothHaveRead) {
        return stores.atomically(() -> {
            StoredUser user = read(id);
            bothHaveRead.countDown();
            await(bothHaveRead);
            return stores.roles().hasOtherSuperuser(id)
                    && stores.users().replace(user.withFlags(new StoredUser.Flags(true, false, false)));
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private StoredUser read(long id) {
        return stores.users().read(UserKey.id(id)).orElseThrow();
    }

    private long superuser(String name) {
        long id = inserted(name);
        assertThat(stores.users().replace(read(id).withFlags(new StoredUser.Flags(true, true, true))))
                .isTrue();
        return id;
    }

    private void issue(long userId) {
        AuthToken token = new AuthToken(DIGEST, userId, "", NOW, NOW, Optional.empty(), Authentication.byPassword(NOW));
        assertThat(stores.tokens().issue(new VerifiedLogin(token, "hash", "hash", 1)))
                .isTrue();
    }

    private long inserted(String name, Long... towns) {
        Claim claim = Claim.of(Optional.of(name), Optional.empty(), List.of(towns));
        Insertion insertion = stores.users().insert(new NewUser(name, "", claim, "hash", NOW));
        return ((Insertion.Stored) insertion).id();
    }
}
