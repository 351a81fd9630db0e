package dev.accounts.password;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Knows passwords from breaches of other systems (OWASP ASVS 5.0, 6.2.12). The library calls it when a password is set, never
 * at a login. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface BreachedPasswords {

    /**
     * Whether a password is known from a breach.
     *
     * <p>An implementation that cannot tell throws a {@link RuntimeException}. Its message must not contain the password or its
     * hash. A setting of the service, {@link WhenUnavailable}, then decides whether the password is accepted.
     *
     * @param password well-formed Unicode of at most 4096 characters, exactly as the person typed it; it must not be kept
     * @return whether the password is known
     */
    boolean contains(CharSequence password);

    /**
     * Looks passwords up in a file of sorted SHA-1 hashes, as the downloader of Have I Been Pwned writes it. It uses no network.
     *
     * <p>Each line is {@code HASH} or {@code HASH:count}. The lines are in ascending order of the hash, whose hexadecimal digits
     * may be in upper or lower case. A line ends with a line feed, optionally after a carriage return.
     *
     * <p>To save space, all hashes may be cut to the same number of leading digits, at least 10. A file of n hashes of d digits
     * then also reports n in 16<sup>d</sup> of all other passwords: with a billion hashes, 1 in 1,100 at 10 digits, 1 in 281,000
     * at 12, and 1 in 18 billion at 16.
     *
     * <p>The file may be larger than memory: a look-up reads some 50 short pieces of it and holds one at a time. Each look-up
     * opens the file anew. Therefore nothing needs to be closed, an interrupted thread does not affect others, and a new list
     * takes effect when it is moved over the old one. Writing into a file that is in use is not supported.
     *
     * <p>This method checks the form and the order of a few lines, and so does each look-up. A look-up throws
     * {@link IllegalStateException} if it meets a malformed line, and {@link UncheckedIOException} if it cannot read the file or
     * its thread is interrupted.
     *
     * @param file the list
     * @return the passwords whose hashes are in the file
     * @throws IllegalArgumentException if the file is empty, not sorted by hash, or does not hold SHA-1 hashes (hashes of 32
     *     digits, for example, are NTLM hashes)
     * @throws UncheckedIOException if the file cannot be read
     */
    static BreachedPasswords sortedFile(Path file) {
        return SortedHashFile.checked(file);
    }

    /** Decides what happens to a password that cannot be checked. */
    enum WhenUnavailable {
        /** Accepts the password, so that an outage of the check keeps no user out. */
        ALLOW,
        /** Refuses the password for now, with {@link dev.accounts.model.BusyException}. */
        REFUSE
    }
}
