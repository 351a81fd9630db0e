package dev.accounts.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 digest of a token's value. The store keeps a token only in this form and finds it by it.
 *
 * <p>The value has 160 random bits, so that one unsalted digest is enough (OWASP ASVS 5.0, 11.5.1). {@link #toString}
 * prints the digest as {@code ***}.
 *
 * @param hex 64 lower-case hex digits
 */
public record TokenDigest(String hex) {

    private static final int HEX_DIGITS = 64;

    /**
     * Checks the form.
     *
     * @throws NullPointerException if {@code hex} is null
     * @throws IllegalArgumentException if {@code hex} is not 64 lower-case hex digits
     */
    public TokenDigest {
        requireNonNull(hex, "hex");
        if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(TokenDigest::isHexDigit)) {
            throw new IllegalArgumentException("a digest has 64 lower-case hex digits");
        }
    }

    /**
     * Computes the digest of a token's value.
     *
     * @param value the value exactly as the caller presents it
     * @return the digest
     * @throws NullPointerException if {@code value} is null
     */
    public static TokenDigest of(String value) {
        requireNonNull(value, "value");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
            return new TokenDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isHexDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    @Override
    public String toString() {
        return "TokenDigest[***]";
    }
}
