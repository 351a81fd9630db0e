package dev.accounts.password;

import static java.util.Objects.requireNonNull;

import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.accounts.model.BusyException;
import dev.accounts.spi.PasswordHasher;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Hashes passwords with Argon2id (RFC 9106) in native code, and bounds the number of simultaneous hashes. Thread-safe.
 *
 * <p>It verifies Argon2id, Argon2i and Argon2d hashes of versions 16 and 19.
 *
 * <p>Security guarantees:
 *
 * <ul>
 *   <li>Under any load, hashing uses at most the number of simultaneous hashes times the memory of one.
 *   <li>A stored hash that needs more than 256 MiB, 16 passes or 8 lanes is never computed.
 *   <li>A hash that could not be computed never counts as a wrong password.
 *   <li>Verifying costs as much as hashing, even if the stored hash is weaker, broken or of another kind. A stronger hash,
 *       stored under a higher setting, costs more until it is replaced.
 * </ul>
 */
public final class Argon2idHasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Cost cost;
    private final HashingSlots slots;
    private final NativeArgon2 argon2;

    Argon2idHasher(Argon2Cost cost, HashingSlots slots) {
        this.cost = cost;
        this.slots = slots;
        this.argon2 = NativeArgon2.load();
    }

    /**
     * Creates a hasher with the defaults of {@link Builder}.
     *
     * @return the hasher
     * @throws IllegalStateException if Argon2 cannot run on this machine; the message says what to do
     */
    public static Argon2idHasher withDefaults() {
        return builder().build();
    }

    /**
     * Starts to build a hasher.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String hash(CharSequence password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Argon2Hash unfinished = Argon2Hash.of(cost, salt, new byte[HASH_BYTES]);
        return unfinished
                .withHash(slots.call(() -> argon2.compute(password, unfinished)))
                .encoded();
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        Argon2Hash decoy = workOf(cost);
        Argon2Hash stored = Argon2Hash.parse(storedHash).orElse(decoy);
        boolean right = slots.call(() -> {
            byte[] computed = argon2.compute(password, stored);
            stored.cost().shortfallTo(cost).ifPresent(missing -> argon2.compute("", workOf(missing)));
            return stored.hashEquals(computed);
        });
        return right && stored != decoy;
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return Argon2Hash.parse(storedHash)
                .map(stored -> stored.type() != Argon2Types.ARGON2id
                        || stored.isOldVersion()
                        || stored.hashLength() < HASH_BYTES
                        || stored.cost().isWeakerThan(cost))
                .orElse(true);
    }

    /** Returns the slots. Other costly computations take half as many of their own. */
    HashingSlots slots() {
        return slots;
    }

    /** Creates a hash that is computed only to spend its cost. */
    private static Argon2Hash workOf(Argon2Cost cost) {
        return Argon2Hash.of(cost, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    /** Sets the cost and the bounds of a hasher. Not thread-safe. */
    public static final class Builder {

        private int memoryKib = 19 * 1024;
        private int passes = 2;
        private int lanes = 1;
        private int maxParallelHashes = Runtime.getRuntime().availableProcessors();
        private Duration maxWait = Duration.ofSeconds(2);
        private OptionalInt maxWaiting = OptionalInt.empty();

        private Builder() {}

        /**
         * Sets the memory of one hash. Default: 19456.
         *
         * @param value in KiB, at least the OWASP minimum for the number of passes, at most 262144
         * @return this builder
         */
        public Builder memoryKib(int value) {
            this.memoryKib = value;
            return this;
        }

        /**
         * Sets the number of passes over the memory. Default: 2.
         *
         * @param value 1 to 16
         * @return this builder
         */
        public Builder passes(int value) {
            this.passes = value;
            return this;
        }

        /**
         * Sets the number of lanes, each a thread in native code. Default: 1.
         *
         * @param value 1 to 8
         * @return this builder
         */
        public Builder lanes(int value) {
            this.lanes = value;
            return this;
        }

        /**
         * Sets how many hashes may be computed at once. Further callers wait in turn. Default: the number of processors.
         *
         * @param value at least 1
         * @return this builder
         */
        public Builder maxParallelHashes(int value) {
            this.maxParallelHashes = value;
            return this;
        }

        /**
         * Sets how long a caller waits for its turn before it gets a {@link BusyException}. Default: 2 seconds.
         *
         * @param value not negative
         * @return this builder
         */
        public Builder maxWait(Duration value) {
            this.maxWait = requireNonNull(value, "maxWait");
            return this;
        }

        /**
         * Sets how many callers may wait at once, each on a thread of its own. Further callers get a {@link BusyException} at
         * once. Default: as many as can be served within {@code maxWait}, if 1000 KiB in one pass take a millisecond: 104 with
         * the other defaults on two processors.
         *
         * @param value not negative
         * @return this builder
         */
        public Builder maxWaiting(int value) {
            this.maxWaiting = OptionalInt.of(value);
            return this;
        }

        /**
         * Builds the hasher and proves with a known answer that the native library computes Argon2id.
         *
         * @return a thread-safe hasher
         * @throws IllegalArgumentException if a setting is out of bounds, or the cost is below the minimum of the OWASP
         *     Password Storage Cheat Sheet (47104 KiB in 1 pass, 19456 in 2, 12288 in 3, 9216 in 4, 7168 in 5)
         * @throws IllegalStateException if Argon2 cannot run on this machine; the message says what to do
         */
        public Argon2idHasher build() {
            Argon2Cost cost = new Argon2Cost(memoryKib, passes, lanes);
            cost.requireOwaspMinimum();
            int waiting = maxWaiting.orElseGet(() -> cost.hashesWithin(maxWait, maxParallelHashes));
            return new Argon2idHasher(cost, new HashingSlots(maxParallelHashes, maxWait, waiting));
        }
    }
}
