package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.factor.RecoveryCodeStore;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.spi.factor.StoredTotp;
import dev.accounts.spi.factor.TotpStore;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link TotpStore} and every {@link RecoveryCodeStore} guarantee. */
public abstract class FactorStoreContract {

    private static final int RUNNERS = 32;
    private static final long STEP = 58_900_000;

    private StoreFixture fixture;

    /** For the test of an adapter. */
    protected FactorStoreContract() {}

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

    private void assertRefused(Consumer<Long> change) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> change.accept(Long.MAX_VALUE))
                .extracting(StorageException::outcome)
                .isEqualTo(StorageException.Outcome.UNCHANGED);
    }

    private void undone(Runnable change) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> stores().atomically(() -> {
                    change.run();
                    throw new IllegalStateException();
                }));
    }

    @Nested
    class Totp {

        private TotpStore totp() {
            return stores().totp();
        }

        private StoredTotp stored(long userId, String seed) {
            StoredTotp totp = new StoredTotp(userId, seed, STEP, JOINED);
            totp().put(totp);
            return totp;
        }

        @Test
        void finds_what_was_put_to_the_last_character_and_microsecond() {
            long ana = fixture.inserted("ana");
            StoredTotp totp = stored(ana, "x".repeat(SecretCipher.MAX_LENGTH));

            assertThat(totp().find(ana)).contains(totp);
            assertThat(totp().find(fixture.inserted("ben"))).isEmpty();
        }

        @Test
        void keeps_one_for_each_user() {
            long ana = fixture.inserted("ana");
            stored(ana, "former");

            StoredTotp next = new StoredTotp(ana, "next", STEP + 1, JOINED.plusSeconds(1));
            totp().put(next);

            assertThat(totp().find(ana)).contains(next);
        }

        @Test
        void refuses_an_unknown_user() {
            assertRefused(unknown -> totp().put(new StoredTotp(unknown, "seed", STEP, JOINED)));
        }

        @Test
        void uses_a_later_step_and_no_other() {
            long ana = fixture.inserted("ana");
            StoredTotp totp = stored(ana, "seed");

            assertThat(totp().use(totp, STEP)).isFalse();
            assertThat(totp().use(totp, STEP - 1)).isFalse();
            assertThat(totp().use(totp, STEP + 2)).isTrue();
            assertThat(totp().use(totp, STEP + 2)).isFalse();
            assertThat(totp().use(totp, STEP + 1)).isFalse();

            assertThat(totp().find(ana)).contains(new StoredTotp(ana, "seed", STEP + 2, JOINED));
        }

        @Test
        void uses_no_step_of_another_seed_or_user() {
            StoredTotp totp = stored(fixture.inserted("ana"), "seed");
            long ben = fixture.inserted("ben");
            stored(totp.userId(), "next");

            assertThat(totp().use(totp, STEP + 1)).isFalse();
            assertThat(totp().use(new StoredTotp(ben, "next", STEP, JOINED), STEP + 1))
                    .isFalse();
        }

        /** Letters of seeds differ in case. */
        @Test
        void compares_seeds_exactly() {
            StoredTotp totp = stored(fixture.inserted("ana"), "Seed");

            assertThat(totp().use(new StoredTotp(totp.userId(), "seed", STEP, JOINED), STEP + 1))
                    .isFalse();
            assertThat(totp().reencrypt(new StoredTotp(totp.userId(), "SEED", STEP, JOINED), "next"))
                    .isFalse();
        }

        @Test
        void lets_one_of_many_use_a_step() {
            StoredTotp totp = stored(fixture.inserted("ana"), "seed");

            List<Boolean> used = Race.of(RUNNERS, i -> Race.atLast(() -> totp().use(totp, STEP + 1)));

            assertThat(Collections.frequency(used, true)).isOne();
        }

        @Test
        void replaces_the_seed_that_was_seen() {
            long ana = fixture.inserted("ana");
            StoredTotp totp = stored(ana, "seed");
            totp().use(totp, STEP + 1);

            assertThat(totp().reencrypt(totp, "next")).isTrue();
            assertThat(totp().reencrypt(totp, "other")).isFalse();

            assertThat(totp().find(ana)).contains(new StoredTotp(ana, "next", STEP + 1, JOINED));
        }

        @Test
        void removes_it_once_and_with_the_user() {
            long ana = fixture.inserted("ana");
            long ben = fixture.inserted("ben");
            stored(ana, "seed");
            stored(ben, "seed");

            assertThat(totp().remove(ana)).isTrue();
            assertThat(totp().remove(ana)).isFalse();
            stores().users().delete(fixture.read(ben));

            assertThat(totp().find(ana)).isEmpty();
            assertThat(totp().find(ben)).isEmpty();
        }

        @Test
        void takes_part_in_the_work_around_it() {
            long ana = fixture.inserted("ana");
            StoredTotp totp = stored(ana, "seed");

            undone(() -> totp().use(totp, STEP + 1));
            undone(() -> totp().remove(ana));
            undone(() -> totp().put(new StoredTotp(ana, "next", STEP, JOINED)));

            assertThat(totp().find(ana)).contains(totp);
        }
    }

    @Nested
    class RecoveryCodes {

        private RecoveryCodeStore codes() {
            return stores().recoveryCodes();
        }

        private TokenDigest digest(String code) {
            return fixture.digest(code);
        }

        private long withCodes(String name, String... codes) {
            long id = fixture.inserted(name);
            codes().add(id, Stream.of(codes).map(this::digest).toList());
            return id;
        }

        @Test
        void counts_those_of_one_user() {
            long ana = withCodes("ana", "1", "2", "3");
            withCodes("ben", "4");

            codes().add(ana, List.of(digest("5")));

            assertThat(codes().count(ana)).isEqualTo(4);
            assertThat(codes().count(fixture.inserted("cleo"))).isZero();
        }

        @Test
        void knows_the_unused_ones_of_a_user() {
            long ana = withCodes("ana", "1", "2");
            long ben = withCodes("ben", "3");
            codes().use(ana, digest("2"));

            assertThat(codes().has(ana, digest("1"))).isTrue();
            assertThat(codes().has(ana, digest("2"))).isFalse();
            assertThat(codes().has(ben, digest("1"))).isFalse();
        }

        @Test
        void uses_each_once_and_for_its_owner_alone() {
            long ana = withCodes("ana", "1", "2");
            long ben = withCodes("ben", "3");

            assertThat(codes().use(ben, digest("1"))).isFalse();
            assertThat(codes().use(ana, digest("1"))).isTrue();
            assertThat(codes().use(ana, digest("1"))).isFalse();
            assertThat(codes().use(ana, digest("unknown"))).isFalse();

            assertThat(codes().count(ana)).isOne();
            assertThat(codes().count(ben)).isOne();
        }

        @Test
        void lets_one_of_many_use_a_code() {
            long ana = withCodes("ana", "1");

            List<Boolean> used = Race.of(RUNNERS, i -> Race.atLast(() -> codes().use(ana, digest("1"))));

            assertThat(Collections.frequency(used, true)).isOne();
        }

        @Test
        void refuses_an_unknown_user_and_a_code_that_exists() {
            long ana = withCodes("ana", "1");

            assertRefused(unknown -> codes().add(unknown, List.of(digest("2"))));
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> codes().add(ana, List.of(digest("3"), digest("1"))));

            assertThat(codes().count(ana)).isOne();
        }

        @Test
        void removes_those_of_one_user() {
            long ana = withCodes("ana", "1", "2");
            long ben = withCodes("ben", "3");

            assertThat(codes().removeAll(ana)).isEqualTo(2);
            assertThat(codes().removeAll(ana)).isZero();

            assertThat(codes().count(ana)).isZero();
            assertThat(codes().count(ben)).isOne();
        }

        @Test
        void go_with_the_user() {
            long ana = withCodes("ana", "1");

            stores().users().delete(fixture.read(ana));

            assertThat(codes().count(ana)).isZero();
        }

        @Test
        void take_part_in_the_work_around_them() {
            long ana = withCodes("ana", "1");

            undone(() -> codes().use(ana, digest("1")));
            undone(() -> codes().removeAll(ana));
            undone(() -> codes().add(ana, List.of(digest("2"))));

            assertThat(codes().count(ana)).isOne();
            assertThat(codes().use(ana, digest("1"))).isTrue();
        }
    }
}
