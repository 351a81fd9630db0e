package dev.accounts.password;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.text.Texts;
import dev.accounts.model.BusyException;
import dev.accounts.spi.PasswordHasher;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashes passwords with an {@link Argon2idHasher}, and also verifies hashes that Django has stored. Accounts from Django
 * keep their passwords and get a new hash at their next login. Thread-safe.
 *
 * <p>It verifies {@code pbkdf2_sha256} and {@code pbkdf2_sha1} (RFC 8018, up to 10,000,000 iterations), {@code argon2}
 * (within the bounds of {@link Argon2idHasher}), {@code bcrypt_sha256} and {@code bcrypt} (cost 4 to 16, prefixes 2a,
 * 2b and 2y) and {@code scrypt} (RFC 7914, up to 64 MiB, r up to 32, p up to 16). A salt may have up to 128 characters,
 * and a stored hash up to 255.
 *
 * <p>No other hash of Django ever verifies: neither {@code md5}, {@code sha1} and {@code crypt}, nor hashes without a salt,
 * nor unusable ones ({@code !...}). A hash that exceeds these bounds is not computed. As in Django, {@code bcrypt} ignores
 * all but the first 72 bytes of a password, and never verifies a password with a NUL.
 *
 * <p>Many applications trim a password before Django hashes it. A password that is wrong as given is therefore tried again
 * without its outer white space (Unicode white space, and the ASCII separators U+001C to U+001F), but only against a hash
 * of Django.
 *
 * <p>Bouncy Castle computes {@code bcrypt_sha256}, {@code bcrypt} and {@code scrypt}. It is an optional dependency
 * ({@code org.bouncycastle:bcprov-jdk18on}), which an application with such hashes adds; {@link #withBcryptAndScrypt}
 * refuses to start without it. Otherwise the rest works without it: such a hash then verifies with no password, as if each
 * were wrong, and the first time is logged as a warning.
 *
 * <p>Security guarantees:
 *
 * <ul>
 *   <li>Verifying costs at least as much as hashing, for any stored value: a hash of Django that is not Argon2 is computed in
 *       addition to an Argon2 hash of the current cost.
 *   <li>Argon2 takes one of the bounded slots of the {@link Argon2idHasher}. Other hashes, which can take a hundred times as
 *       long, take slots of their own, half as many, so that they hold up no login with an Argon2 hash.
 *   <li>Hashes are compared in constant time.
 *   <li>Copies of a password are wiped.
 * </ul>
 */
public final class DjangoPasswordHasher implements PasswordHasher {

    private static final Logger LOG = LoggerFactory.getLogger(DjangoPasswordHasher.class);

    /** The prefix that Django puts before the PHC string. */
    private static final String ARGON2 = "argon2";

    private final Argon2idHasher hasher;
    private final HashingSlots slots;
    private final AtomicBoolean warned = new AtomicBoolean();

    private DjangoPasswordHasher(Argon2idHasher hasher) {
        this.hasher = hasher;
        this.slots = hasher.slots().half();
    }

    /**
     * Creates a hasher that hashes with another hasher. It does not need Bouncy Castle, and refuses all passwords of
     * bcrypt and scrypt hashes without it.
     *
     * @param hasher the hasher for new hashes
     * @return a thread-safe hasher
     */
    public static DjangoPasswordHasher over(Argon2idHasher hasher) {
        return new DjangoPasswordHasher(requireNonNull(hasher, "hasher"));
    }

    /**
     * Creates a hasher for an application that has bcrypt or scrypt hashes. It fails at once if it could not verify them,
     * rather than to refuse each login.
     *
     * @param hasher the hasher for new hashes
     * @return a thread-safe hasher
     * @throws IllegalStateException if Bouncy Castle is not on the class path; the message says what to add
     */
    public static DjangoPasswordHasher withBcryptAndScrypt(Argon2idHasher hasher) {
        if (!BouncyCastle.isPresent()) {
            throw new IllegalStateException(BouncyCastle.MISSING);
        }
        return over(hasher);
    }

    /**
     * Whether this class can read a stored hash, so that it verifies with the right password. It computes no hash.
     *
     * @param storedHash the value from the store
     * @return whether a password can verify against it
     */
    public static boolean reads(String storedHash) {
        return argon2(requireNonNull(storedHash, "storedHash")).isPresent()
                || Argon2Hash.parse(storedHash).isPresent()
                || DjangoHash.parse(storedHash).isPresent();
    }

    /**
     * Whether this JVM can compute a stored hash that this class can read. It computes no hash.
     *
     * @param storedHash the value from the store
     * @return false if the hash is a bcrypt or scrypt hash, and Bouncy Castle is not on the class path
     */
    public static boolean computes(String storedHash) {
        return DjangoHash.parse(requireNonNull(storedHash, "storedHash"))
                .map(DjangoHash::isComputable)
                .orElse(true);
    }

    @Override
    public String hash(CharSequence password) {
        return hasher.hash(requireNonNull(password, "password"));
    }

    /**
     * Whether a password matches a stored hash. A value that this class cannot read costs exactly one Argon2 hash of the current
     * cost. So does a bcrypt or scrypt hash if Bouncy Castle is not on the class path. A hash of Django costs at least as much, and
     * is computed twice if the password is wrong and has outer white space; a blank one is computed once.
     *
     * @param password the password, exactly as received
     * @param storedHash the value from the store
     * @return whether the password is right
     * @throws BusyException if the hash could not be computed; in that case the answer is never {@code false}
     * @throws IllegalArgumentException if the password is not well-formed Unicode; the message does not contain it
     * @throws IllegalStateException if the JVM has no PBKDF2; the message contains neither the password nor the hash
     */
    @Override
    public boolean verify(CharSequence password, String storedHash) {
        requireNonNull(password, "password");
        Optional<String> argon2 = argon2(requireNonNull(storedHash, "storedHash"));
        if (argon2.isPresent()) {
            return isRight(password, form -> hasher.verify(form, argon2.get()));
        }
        // The Argon2 hasher answers false for a value that it cannot read, at the cost of one hash.
        return hasher.verify(password, storedHash)
                || DjangoHash.parse(storedHash)
                        .filter(this::isComputable)
                        .filter(hash -> isRight(password, form -> verifies(hash, form)))
                        .isPresent();
    }

    /**
     * Whether a stored hash that has just verified should be replaced by a stronger one.
     *
     * @param storedHash the value from the store
     * @return true for every hash of Django, otherwise the answer of the {@link Argon2idHasher}
     */
    @Override
    public boolean needsRehash(String storedHash) {
        return hasher.needsRehash(storedHash);
    }

    private boolean isComputable(DjangoHash hash) {
        if (!hash.isComputable() && warned.compareAndSet(false, true)) {
            LOG.warn("A password was refused without a look at it. {}", BouncyCastle.MISSING);
        }
        return hash.isComputable();
    }

    private boolean verifies(DjangoHash hash, CharSequence password) {
        return slots.call(() -> hash.verifies(password));
    }

    private static boolean isRight(CharSequence password, Predicate<CharSequence> verifies) {
        if (verifies.test(password)) {
            return true;
        }
        CharSequence trimmed = Texts.stripped(password);
        // Neither Django nor this library accepts a blank password.
        return !trimmed.isEmpty() && trimmed.length() < password.length() && verifies.test(trimmed);
    }

    /** Returns the PHC string of an Argon2 hash of Django; empty if it is another kind, or out of bounds. */
    private static Optional<String> argon2(String storedHash) {
        return Optional.of(storedHash)
                .filter(stored -> stored.startsWith(ARGON2))
                .map(stored -> stored.substring(ARGON2.length()))
                .filter(phc -> Argon2Hash.parse(phc).isPresent());
    }
}
