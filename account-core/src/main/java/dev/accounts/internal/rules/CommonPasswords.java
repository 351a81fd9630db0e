package dev.accounts.internal.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.accounts.internal.text.Digests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Knows the passwords that attackers try first (OWASP ASVS 5.0, 6.2.4). It holds the first 64 bits of each SHA-256 digest in
 * a sorted array of 158 kB, so that the heap contains no list of passwords.
 */
public final class CommonPasswords {

    private static final String RESOURCE = "common-passwords.txt.gz";
    private static final long[] DIGESTS = load();

    private CommonPasswords() {}

    /** Whether a password is on the list. Case, outer white space and compatibility forms do not matter. */
    public static boolean contains(CharSequence password) {
        return Arrays.binarySearch(DIGESTS, digest(password)) >= 0;
    }

    private static long[] load() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(requireNonNull(CommonPasswords.class.getResourceAsStream(RESOURCE), RESOURCE)),
                UTF_8))) {
            return list.lines().mapToLong(CommonPasswords::digest).sorted().toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long digest(CharSequence password) {
        int[] form = CodePoints.searchForm(password);
        ByteBuffer bytes = ByteBuffer.allocate(form.length * Integer.BYTES);
        bytes.asIntBuffer().put(form);
        try {
            return ByteBuffer.wrap(Digests.sha256(bytes.array())).getLong();
        } finally {
            Arrays.fill(form, 0);
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }
}
