package dev.accounts.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.StorageException;
import dev.accounts.spi.factor.SecretCipher;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SeedsTest {

    private static final byte[] SEED = {1, 2, 3};

    private final Seeds seeds = with(SecretCipher.aesGcm("first", Map.of("first", new byte[32])));

    private static Seeds with(SecretCipher cipher) {
        return new Seeds(new Secrets(Optional.of(cipher)));
    }

    private static void assertUnusable(ThrowingCallable call, String why) {
        assertThatExceptionOfType(StorageException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.outcome()).isEqualTo(StorageException.Outcome.UNCHANGED);
            assertThat(refusal.getCause()).hasMessageContaining(why);
        });
    }

    @Test
    void are_read_by_their_owner_alone() {
        String encrypted = seeds.encrypt(1, SEED);

        assertThat(seeds.decrypt(1, encrypted)).isEqualTo(SEED);
        assertUnusable(() -> seeds.decrypt(2, encrypted), "its key is unknown, or it was changed");
    }

    @Test
    void need_a_cipher() {
        Seeds without = new Seeds(new Secrets(Optional.empty()));

        assertThat(without.secrets().areAccepted()).isFalse();
        assertUnusable(() -> without.decrypt(1, "x"), "the host has no cipher");
    }

    /** A key service may be out of reach; what it throws may quote the seed. */
    @Test
    void report_a_cipher_that_fails_without_its_message() {
        Seeds failing = with(new Host(SEED.length));

        assertUnusable(
                () -> failing.encrypt(1, SEED), "the cipher of the host failed: java.lang.IllegalStateException");
        assertUnusable(() -> failing.decrypt(1, "x"), "failed");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> failing.encrypt(1, SEED))
                .satisfies(refusal -> assertThat(refusal.getCause()).hasMessageNotContaining("secret"));
    }

    @Test
    void refuse_a_text_that_no_store_takes() {
        assertUnusable(() -> with(new Host(0)).encrypt(1, SEED), "more than 250 characters");
    }

    /** A cipher that fails, or gives more than it may. */
    private record Host(int failure) implements SecretCipher {

        @Override
        public String encrypt(byte[] secret, String context) {
            return failure == 0 ? "x".repeat(MAX_LENGTH + 1) : fail();
        }

        @Override
        public Optional<byte[]> decrypt(String stored, String context) {
            throw new IllegalStateException(fail());
        }

        @Override
        public boolean isCurrent(String stored) {
            return true;
        }

        private static String fail() {
            throw new IllegalStateException("secret");
        }
    }
}
