package dev.accounts.password;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a file of hashes.
 *
 * @param hash its hexadecimal digits, in lower case
 * @param start the byte at which it begins
 * @param end the byte at which the next one begins
 */
record HashLine(String hash, long start, long end) {

    /** Since July 2026 the downloader of Have I Been Pwned writes a byte order mark before each range that it appends. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private static final Pattern FORM =
            Pattern.compile("(?:" + BYTE_ORDER_MARK + ")?(\\p{XDigit}{10,40})(?::\\d{1,19})?\\r?");

    /** Reads a line without its line feed; empty if it is no hash. */
    static Optional<HashLine> parse(ByteBuffer text, long start, long end) {
        Matcher line = FORM.matcher(ISO_8859_1.decode(text));
        return line.matches()
                ? Optional.of(new HashLine(line.group(1).toLowerCase(Locale.ROOT), start, end))
                : Optional.empty();
    }

    /** How many digits the hash has. */
    int length() {
        return hash.length();
    }
}
