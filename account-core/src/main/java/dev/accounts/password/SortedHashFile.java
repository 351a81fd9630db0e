package dev.accounts.password;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;

/** Breached passwords in a file of sorted SHA-1 hashes, found by binary search over its bytes. Thread-safe. */
final class SortedHashFile implements BreachedPasswords {

    /** So many lines in ascending order are no accident. */
    private static final int SAMPLES = 16;

    private static final int NTLM_DIGITS = 32;

    private final Path file;

    private SortedHashFile(Path file) {
        this.file = file;
    }

    static SortedHashFile checked(Path file) {
        SortedHashFile hashes = new SortedHashFile(requireNonNull(file, "file").toAbsolutePath());
        try (HashLines lines = HashLines.of(hashes.file)) {
            hashes.checkedLength(lines, IllegalArgumentException::new);
        } catch (IOException e) {
            throw hashes.unreadable(e);
        }
        return hashes;
    }

    @Override
    public boolean contains(CharSequence password) {
        char[] digits = sha1Digits(password);
        try (HashLines lines = HashLines.of(file)) {
            int length = checkedLength(lines, IllegalStateException::new);
            return contains(lines, CharBuffer.wrap(digits, 0, length));
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            Arrays.fill(digits, '\0');
        }
    }

    private boolean contains(HashLines lines, CharSequence wanted) throws IOException {
        long low = 0;
        long high = lines.size();
        while (low < high) {
            HashLine line = lines.at(low + (high - low) / 2)
                    .filter(found -> found.length() == wanted.length())
                    .orElseThrow(this::damaged);
            int order = CharSequence.compare(wanted, line.hash());
            if (order == 0) {
                return true;
            }
            low = order > 0 ? line.end() : low;
            high = order < 0 ? line.start() : high;
        }
        return false;
    }

    /** How many digits the hashes have, after a look at lines spread over the file. */
    private int checkedLength(HashLines lines, Function<String, RuntimeException> refusal) throws IOException {
        long last = lines.size() - 1;
        require(last >= 0, "is empty", refusal);
        HashLine previous = sample(lines, 0, refusal);
        require(previous.length() != NTLM_DIGITS, "holds hashes of 32 digits, as NTLM's, and not of SHA-1", refusal);
        for (int i = 1; i <= SAMPLES; i++) {
            long position = last / SAMPLES * i + last % SAMPLES * i / SAMPLES;
            HashLine line = sample(lines, position, refusal);
            require(line.length() == previous.length(), "has a hash of another length at byte " + position, refusal);
            require(line.hash().compareTo(previous.hash()) >= 0, "is not sorted by hash at byte " + position, refusal);
            previous = line;
        }
        return previous.length();
    }

    private HashLine sample(HashLines lines, long position, Function<String, RuntimeException> refusal)
            throws IOException {
        return lines.at(position)
                .orElseThrow(() -> refusal.apply(
                        about("has no line HASH or HASH:count of 10 to 40 hexadecimal digits at byte " + position)));
    }

    private void require(boolean condition, String problem, Function<String, RuntimeException> refusal) {
        if (!condition) {
            throw refusal.apply(about(problem));
        }
    }

    /** Does not say where: the place that a search has come to tells what it searches for. */
    private IllegalStateException damaged() {
        return new IllegalStateException(about("has a damaged line"));
    }

    private UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException(about("cannot be read"), cause);
    }

    private String about(String problem) {
        return "the file of breached passwords " + file + " " + problem;
    }

    /** SHA-1 is how such lists are published; nothing is kept under it here. */
    private static char[] sha1Digits(CharSequence password) {
        byte[] bytes = StrictUtf8.encode(password);
        try {
            return digits(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static char[] digits(byte[] digest) {
        HexFormat hex = HexFormat.of();
        char[] digits = new char[2 * digest.length];
        for (int i = 0; i < digest.length; i++) {
            digits[2 * i] = hex.toHighHexDigit(digest[i]);
            digits[2 * i + 1] = hex.toLowHexDigit(digest[i]);
        }
        Arrays.fill(digest, (byte) 0);
        return digits;
    }
}
