package dev.accounts.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The digest of a token's value: the first 128 bits of its SHA-256 digest (NIST SP 800-107, 5.1). The store keeps a token only
 * in this form and finds it by it.
 *
 * <p>The value has 160 random bits, so that one unsalted digest is enough (OWASP ASVS 5.0, 11.5.1). Among 2<sup>30</sup> tokens
 * it takes 2<sup>98</sup> attempts to find a value that has the digest of one of them. {@link #toString} prints the digest as
 * {@code ***}.
 *
 * @param hex 32 lower-case hex digits
 */
public record TokenDigest(String hex) {

    private static final int HEX_DIGITS = 32;

    /**
     * Checks the form.
     *
     * @throws NullPointerException if {@code hex} is null
     * @throws IllegalArgumentException if {@code hex} is not 32 lower-case hex digits
     */
    public TokenDigest {
        requireNonNull(hex, "hex");
        if (!isLowerCaseHex(hex)) {
            throw new IllegalArgumentException("a digest has 32 lower-case hex digits");
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
            return ofBytes(Arrays.copyOf(digest, HEX_DIGITS / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Returns a digest that was stored as bytes.
     *
     * @param bytes 16 bytes
     * @return the digest
     * @throws NullPointerException if {@code bytes} is null
     * @throws IllegalArgumentException if the number of bytes is not 16
     */
    public static TokenDigest ofBytes(byte[] bytes) {
        return new TokenDigest(HexFormat.of().formatHex(requireNonNull(bytes, "bytes")));
    }

    /**
     * Returns the digest as bytes.
     *
     * @return 16 bytes, which belong to the caller
     */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /**
     * Returns the id by which the owner of the token sees it in a list. It does not show the digest and authenticates no caller.
     *
     * @return the id, the same for each call
     */
    public UUID tokenId() {
        return UUID.nameUUIDFromBytes(bytes());
    }

    private static boolean isLowerCaseHex(String text) {
        boolean right = text.length() == HEX_DIGITS;
        for (int i = 0; right && i < HEX_DIGITS; i++) {
            char c = text.charAt(i);
            right = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return right;
    }

    @Override
    public String toString() {
        return "TokenDigest[***]";
    }
}
