package dev.accounts.password;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.accounts.internal.text.Digests;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds breached passwords in a file of sorted SHA-1 hashes, by a binary search over its bytes. Thread-safe. */
final class SortedHashFile implements BreachedPasswords {

    /** How many lines are checked: so many are not in ascending order by chance. */
    private static final int SAMPLES = 16;

    private static final int NTLM_DIGITS = 32;

    private final Path file;

    private SortedHashFile(Path file) {
        this.file = file;
    }

    static SortedHashFile checked(Path file) {
        SortedHashFile hashes = new SortedHashFile(requireNonNull(file, "file").toAbsolutePath());
        try (Lines lines = new Lines(FileChannel.open(hashes.file))) {
            hashes.checkedLength(lines, IllegalArgumentException::new);
        } catch (IOException e) {
            throw hashes.unreadable(e);
        }
        return hashes;
    }

    @Override
    public boolean contains(CharSequence password) {
        char[] digits = sha1Digits(password);
        try (Lines lines = new Lines(FileChannel.open(file))) {
            int length = checkedLength(lines, IllegalStateException::new);
            return contains(lines, CharBuffer.wrap(digits, 0, length));
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            Arrays.fill(digits, '\0');
        }
    }

    private boolean contains(Lines lines, CharSequence wanted) throws IOException {
        long low = 0;
        long high = lines.bytes();
        while (low < high) {
            Line line = lines.at(low + (high - low) / 2)
                    .filter(found -> found.digits() == wanted.length())
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

    /** Checks lines spread over the file, and returns how many digits the hashes have. */
    private int checkedLength(Lines lines, Function<String, RuntimeException> refusal) throws IOException {
        long last = lines.bytes() - 1;
        require(last >= 0, "is empty", refusal);
        Line previous = sample(lines, 0, refusal);
        require(previous.digits() != NTLM_DIGITS, "holds hashes of 32 digits, like NTLM, not SHA-1", refusal);
        for (int i = 1; i <= SAMPLES; i++) {
            long position = last / SAMPLES * i + last % SAMPLES * i / SAMPLES;
            Line line = sample(lines, position, refusal);
            require(line.digits() == previous.digits(), "has a hash of another length at byte " + position, refusal);
            require(line.hash().compareTo(previous.hash()) >= 0, "is not sorted by hash at byte " + position, refusal);
            previous = line;
        }
        return previous.digits();
    }

    private Line sample(Lines lines, long position, Function<String, RuntimeException> refusal) throws IOException {
        return lines.at(position)
                .orElseThrow(() -> refusal.apply(
                        about("has no line HASH or HASH:count of 10 to 40 hexadecimal digits at byte " + position)));
    }

    private void require(boolean condition, String problem, Function<String, RuntimeException> refusal) {
        if (!condition) {
            throw refusal.apply(about(problem));
        }
    }

    /** Reports a damaged line but not its position, which would reveal part of the hash that is searched for. */
    private IllegalStateException damaged() {
        return new IllegalStateException(about("has a damaged line"));
    }

    private UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException(about("cannot be read"), cause);
    }

    private String about(String problem) {
        return "the file of breached passwords " + file + " " + problem;
    }

    /** Such lists are published as SHA-1. The library stores nothing under it. */
    private static char[] sha1Digits(CharSequence password) {
        byte[] bytes = StrictUtf8.encode(password);
        try {
            return Digests.hexDigits(Digests.sha1(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * A line of the file.
     *
     * @param hash its hexadecimal digits, in lower case
     * @param start the byte at which it begins
     * @param end the byte at which the next line begins
     */
    record Line(String hash, long start, long end) {

        /** Since July 2026 the downloader of Have I Been Pwned writes a byte order mark before each range that it appends. */
        private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

        private static final Pattern FORM =
                Pattern.compile("(?:" + BYTE_ORDER_MARK + ")?(\\p{XDigit}{10,40})(?::\\d{1,19})?\\r?");

        /** Reads a line without its line feed; empty if it holds no hash. */
        static Optional<Line> parse(ByteBuffer text, long start, long end) {
            Matcher line = FORM.matcher(ISO_8859_1.decode(text));
            return line.matches()
                    ? Optional.of(new Line(line.group(1).toLowerCase(Locale.ROOT), start, end))
                    : Optional.empty();
        }

        int digits() {
            return hash.length();
        }
    }

    /** Reads single lines of the open file, each found by any of its bytes. Thread-safe. */
    record Lines(FileChannel channel) implements Closeable {

        /** Longer than any well-formed line, so that a piece of a longer line is never well-formed. */
        private static final int REACH = 128;

        long bytes() throws IOException {
            return channel.size();
        }

        /** Reads the line to which a byte belongs, its line feed included; empty beyond the end, or if the line holds no hash. */
        Optional<Line> at(long position) throws IOException {
            long from = Math.max(0, position - REACH);
            ByteBuffer around = read(from);
            int start = (int) (position - from);
            if (start >= around.limit()) {
                return Optional.empty();
            }
            int end = start;
            while (start > 0 && around.get(start - 1) != '\n') {
                start--;
            }
            while (end < around.limit() && around.get(end) != '\n') {
                end++;
            }
            int next = Math.min(end + 1, around.limit());
            return Line.parse(around.slice(start, end - start), from + start, from + next);
        }

        private ByteBuffer read(long from) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(2 * REACH);
            int count = 0;
            while (count >= 0 && buffer.hasRemaining()) {
                count = channel.read(buffer, from + buffer.position());
            }
            return buffer.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
