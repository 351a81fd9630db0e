package dev.accounts.internal.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Computes digests of secrets with the functions that every Java platform has. The caller wipes what it passes in. */
public final class Digests {

    private Digests() {}

    public static byte[] sha256(byte[] secret) {
        return digest("SHA-256", secret);
    }

    public static byte[] sha1(byte[] secret) {
        return digest("SHA-1", secret);
    }

    /** Writes a digest in lower-case hexadecimal digits, and wipes it. */
    public static char[] hexDigits(byte[] digest) {
        HexFormat hex = HexFormat.of();
        char[] digits = new char[2 * digest.length];
        for (int i = 0; i < digest.length; i++) {
            digits[2 * i] = hex.toHighHexDigit(digest[i]);
            digits[2 * i + 1] = hex.toLowHexDigit(digest[i]);
        }
        Arrays.fill(digest, (byte) 0);
        return digits;
    }

    private static byte[] digest(String algorithm, byte[] secret) {
        try {
            return MessageDigest.getInstance(algorithm).digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
