package dev.accounts.password;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.text.Texts;
import dev.accounts.model.BusyException;
import dev.accounts.spi.PasswordHasher;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hashes passwords with an {@link Argon2idHasher}, and verifies besides what Django has stored, so that accounts that
 * come from there keep their passwords and get a new hash at their next login. Thread-safe.
 *
 * <p>It reads {@code pbkdf2_sha256} and {@code pbkdf2_sha1} (RFC 8018, up to 10,000,000 iterations), {@code argon2}
 * (within the bounds of {@link Argon2idHasher}), {@code bcrypt_sha256} and {@code bcrypt} (cost 4 to 16, prefixes 2a,
 * 2b and 2y) and {@code scrypt} (RFC 7914, up to 64 MiB, r up to 32, p up to 16), with a salt of up to 128 characters
 * and 255 in all. Everything else that Django may have stored never verifies: {@code md5}, {@code sha1}, {@code
 * crypt}, hashes without salt, unusable ones ({@code !...}), and those out of bounds, of which nothing is computed.
 * As with Django, {@code bcrypt} ignores what follows the first 72 bytes of a password, and never verifies one with a
 * NUL.
 *
 * <p>Many an application trims a password before Django hashes it. One that is wrong as given may therefore verify
 * without its outer white space (what Unicode calls so, and the ASCII separators U+001C to U+001F), but only against
 * a hash of Django's.
 *
 * <p>Bouncy Castle computes {@code bcrypt_sha256}, {@code bcrypt} and {@code scrypt}. It is an optional dependency
 * ({@code org.bouncycastle:bcprov-jdk18on}), which the application adds if it has such hashes; the rest works without
 * it.
 *
 * <p>Security guarantees: verifying costs at least what hashing costs, whatever is stored, since a hash of Django's
 * that is not Argon2 is computed in addition to an Argon2 hash of the current cost; every computation takes its turn
 * among the bounded number of the {@link Argon2idHasher}; hashes are compared in constant time; copies of a password
 * are wiped.
 */
public final class DjangoPasswordHasher implements PasswordHasher {

    /** What Django puts before the PHC string, which starts with the next sign. */
    private static final String ARGON2 = "argon2";

    private final Argon2idHasher hasher;

    private DjangoPasswordHasher(Argon2idHasher hasher) {
        this.hasher = hasher;
    }

    /**
     * A hasher that hashes as another one does and shares its bounds. It does not need Bouncy Castle.
     *
     * @param hasher what hashes passwords from now on
     * @return a thread-safe hasher
     */
    public static DjangoPasswordHasher over(Argon2idHasher hasher) {
        return new DjangoPasswordHasher(requireNonNull(hasher, "hasher"));
    }

    /**
     * Whether this class reads a stored hash, so that it verifies with the right password; nothing is computed.
     *
     * @param storedHash what a store holds
     * @return false for what never verifies
     */
    public static boolean reads(String storedHash) {
        return argon2(storedHash).isPresent()
                || Argon2Hash.parse(storedHash).isPresent()
                || DjangoHash.parse(storedHash).isPresent();
    }

    @Override
    public String hash(CharSequence password) {
        return hasher.hash(password);
    }

    /**
     * Whether a password belongs to a hash. What is no hash that this class reads costs exactly one Argon2 hash of the current
     * cost. A hash of Django's costs no less, and is computed twice if the password is wrong as given and has outer white space.
     *
     * @param password the password, exactly as received
     * @param storedHash what the store holds
     * @return whether it is the right password
     * @throws BusyException if the hash could not be computed; that is never answered with {@code false}
     * @throws IllegalArgumentException if the password is no well-formed Unicode text; the message does not hold it
     * @throws IllegalStateException if the hash is one of bcrypt or scrypt and Bouncy Castle is not on the class path, or if the
     *     JVM has no PBKDF2; the message says what is missing, and holds neither the password nor the hash
     */
    @Override
    public boolean verify(CharSequence password, String storedHash) {
        Optional<String> argon2 = argon2(storedHash);
        if (argon2.isPresent()) {
            return isRight(password, form -> hasher.verify(form, argon2.get()));
        }
        // What the other hasher does not read is false, and costs what it costs to read it.
        return hasher.verify(password, storedHash)
                || DjangoHash.parse(storedHash)
                        .filter(hash -> isRight(password, form -> verifies(hash, form)))
                        .isPresent();
    }

    /**
     * Whether a stored hash that just verified should be replaced by a stronger one.
     *
     * @param storedHash what the store holds
     * @return true for every hash of Django's, otherwise what the {@link Argon2idHasher} answers
     */
    @Override
    public boolean needsRehash(String storedHash) {
        return hasher.needsRehash(storedHash);
    }

    private boolean verifies(DjangoHash hash, CharSequence password) {
        return hasher.slots().call(() -> hash.verifies(password));
    }

    private static boolean isRight(CharSequence password, Predicate<CharSequence> verifies) {
        if (verifies.test(password)) {
            return true;
        }
        CharSequence trimmed = Texts.stripped(password);
        return trimmed.length() < password.length() && verifies.test(trimmed);
    }

    /** The PHC string of an Argon2 hash as Django stores it, if this library computes it. */
    private static Optional<String> argon2(String storedHash) {
        return Optional.of(storedHash)
                .filter(stored -> stored.startsWith(ARGON2))
                .map(stored -> stored.substring(ARGON2.length()))
                .filter(phc -> Argon2Hash.parse(phc).isPresent());
    }
}
