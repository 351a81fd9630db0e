package dev.accounts.internal.factor;

import dev.accounts.model.TokenDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that stands in for a lost factor, good once. It has 120 random bits, so its digest needs no slow hash (OWASP ASVS 5.0, 6.5.2
 * asks for one below 112). {@link #toString} does not print it.
 *
 * @param value 24 digits in the alphabet of RFC 4648, in groups of four
 */
public record RecoveryCode(String value) {

    private static final int BYTES = 15;
    private static final int DIGITS = 24;
    private static final int LONGEST_INPUT = 4 * DIGITS;
    private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");

    /** What people type between the digits of a code. */
    static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}-]+");

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z2-7]{" + DIGITS + "}");

    public static RecoveryCode next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String digits = Base32.encode(bytes).toLowerCase(Locale.ROOT);
        return new RecoveryCode(GROUP.matcher(digits).replaceAll("$1-"));
    }

    /** Returns the digest by which a typed code is stored; empty if the text is no code. Case, white space and hyphens do not count. */
    public static Optional<TokenDigest> digest(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String digits = SEPARATORS.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        return Optional.of(digits)
                .filter(text -> WELL_FORMED.matcher(text).matches())
                .map(text -> TokenDigest.of("recovery_code:" + text));
    }

    public TokenDigest digest() {
        return digest(value).orElseThrow();
    }

    @Override
    public String toString() {
        return "RecoveryCode[***]";
    }
}
