package dev.accounts.testkit;

import static java.util.Objects.requireNonNull;

import dev.accounts.spi.PasswordHasher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hasher that costs nothing and protects nothing, for tests only. It verifies the hashes of all its versions and reports that
 * those of an older version need a rehash. Thread-safe.
 *
 * <p>A hash reads {@code fast$version$salt$digest}; the salt counts the hashes of this hasher, so that no two are equal.
 */
public final class FastPasswordHasher implements PasswordHasher {

    private static final Pattern FORMAT = Pattern.compile("fast\\$([0-9]{1,9})\\$([0-9]{1,19})\\$([0-9a-f]{64})");

    private final int version;
    private final AtomicLong salts = new AtomicLong();

    /** A hasher of version 1. */
    public FastPasswordHasher() {
        this(1);
    }

    /**
     * A hasher of a version; a higher version counts as stronger.
     *
     * @param version 1 or more
     * @throws IllegalArgumentException if it is less
     */
    public FastPasswordHasher(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1: " + version);
        }
        this.version = version;
    }

    @Override
    public String hash(CharSequence password) {
        requireNonNull(password, "password");
        String prefix = "fast$" + version + "$" + salts.incrementAndGet() + "$";
        return prefix + digest(prefix, password);
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        requireNonNull(password, "password");
        if (!FORMAT.matcher(requireNonNull(storedHash, "storedHash")).matches()) {
            return false;
        }
        String prefix = storedHash.substring(0, storedHash.lastIndexOf('$') + 1);
        return storedHash.equals(prefix + digest(prefix, password));
    }

    @Override
    public boolean needsRehash(String storedHash) {
        Matcher stored = FORMAT.matcher(requireNonNull(storedHash, "storedHash"));
        return !stored.matches() || Integer.parseInt(stored.group(1)) < version;
    }

    private static String digest(String prefix, CharSequence password) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            prefix.chars().forEach(c -> update(sha256, c));
            password.chars().forEach(c -> update(sha256, c));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, int c) {
        digest.update((byte) (c >> 8));
        digest.update((byte) c);
    }
}
