package dev.accounts.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record TokenDigest(long high, long low) {

    private static final int BYTES = 16;
    private static final int HEX_DIGITS = 2 * BYTES;

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
            return first(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
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
        if (requireNonNull(bytes, "bytes").length != BYTES) {
            throw new IllegalArgumentException("a digest has 16 bytes");
        }
        return first(bytes);
    }

    private static TokenDigest first(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new TokenDigest(buffer.getLong(), buffer.getLong());
    }

    /**
     * Returns a digest that was written as text.
     *
     * @param hex 32 lower-case hex digits
     * @return the digest
     * @throws NullPointerException if {@code hex} is null
     * @throws IllegalArgumentException if {@code hex} is not 32 lower-case hex digits
     */
    public static TokenDigest ofHex(String hex) {
        if (!isLowerCaseHex(requireNonNull(hex, "hex"))) {
            throw new IllegalArgumentException("a digest has 32 lower-case hex digits");
        }
        return first(HexFormat.of().parseHex(hex));
    }

    /**
     * Returns the digest as text.
     *
     * @return 32 lower-case hex digits
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /**
     * Returns the digest as bytes.
     *
     * @return 16 bytes, which belong to the caller
     */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
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
