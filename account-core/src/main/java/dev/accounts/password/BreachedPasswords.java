package dev.accounts.password;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Knows the passwords that were found in breaches of other systems (OWASP ASVS 5.0, 6.2.12). It is asked when a password is
 * set, never at login. Implementations are thread-safe.
 */
@FunctionalInterface
public interface BreachedPasswords {

    /**
     * Whether a password is known from a breach.
     *
     * <p>An implementation that cannot tell throws any {@link RuntimeException}, whose message holds nothing of the password or
     * its hash; a setting of the service decides whether the password is then accepted.
     *
     * @param password well-formed Unicode of at most 4096 characters, exactly as the person gave it; not to be kept
     * @return whether it is known
     */
    boolean contains(CharSequence password);

    /**
     * Looks passwords up in a file of sorted SHA-1 hashes, as the downloader of Have I Been Pwned writes it, without any
     * network.
     *
     * <p>Each line is {@code HASH} or {@code HASH:count}, in ascending order of the hash, which is hexadecimal in either case;
     * lines end with a line feed, with or without a carriage return before it. To save room all hashes may be cut to the same
     * number of first digits, at least 10: then a file of n hashes of d digits also finds n in 16<sup>d</sup> of all other
     * passwords (with n a thousand million, 1 in 1,100 at 10 digits, 1 in 281,000 at 12, 1 in 18 thousand million at 16).
     *
     * <p>The file may be larger than memory: a look-up reads some 50 short pieces of it and holds one at a time. Each look-up
     * opens the file anew, so that there is nothing to close, an interrupted thread disturbs no other, and a new list takes
     * effect once it is moved over the old one. (Writing into a file in use is not supported.)
     *
     * <p>The form and the order of a few lines are checked here and again at each look-up, which throws
     * {@link IllegalStateException} if it meets a line that is not as described, and {@link UncheckedIOException} if it cannot
     * read or its thread is interrupted.
     *
     * @param file the list
     * @return the passwords whose hashes are in the file
     * @throws IllegalArgumentException if the file is empty, not sorted by hash, or holds something else, such as hashes of 32
     *     digits, which are those of NTLM
     * @throws UncheckedIOException if the file cannot be read
     */
    static BreachedPasswords sortedFile(Path file) {
        return SortedHashFile.checked(file);
    }

    /** What becomes of a password when it cannot be checked. */
    enum WhenUnavailable {
        /** It is taken: an outage of the check keeps nobody out. */
        ALLOW,
        /** It is refused for now, with {@link dev.accounts.model.BusyException}. */
        REFUSE
    }
}
