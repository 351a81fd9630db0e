package dev.accounts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.util.Base64;

/** Writes what an authenticator sends, in CBOR (RFC 8949) and base64url. */
final class Cbor {

    private static final int COORDINATE_BYTES = 32;
    private static final int ONE_BYTE = 256;

    private Cbor() {}

    /** An attestation object without an attestation. */
    static byte[] attestation(byte[] authenticatorData) {
        return concat(
                new byte[] {(byte) 0xA3},
                concat(text("fmt"), text("none")),
                concat(text("attStmt"), new byte[] {(byte) 0xA0}),
                concat(text("authData"), byteString(authenticatorData)));
    }

    /** A key of ES256 (RFC 9053): a map of type 2, algorithm -7, curve 1 and the coordinates. */
    static byte[] key(ECPublicKey key) {
        ECPoint point = key.getW();
        return concat(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                byteString(coordinate(point.getAffineX().toByteArray())),
                new byte[] {0x22},
                byteString(coordinate(point.getAffineY().toByteArray())));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(number.length, COORDINATE_BYTES);
        System.arraycopy(number, number.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    /** A text of less than 24 bytes. */
    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return concat(new byte[] {(byte) (0x60 + bytes.length)}, bytes);
    }

    /** A byte string of at least 24 and less than 65536 bytes. */
    private static byte[] byteString(byte[] bytes) {
        byte[] head = bytes.length < ONE_BYTE
                ? new byte[] {0x58, (byte) bytes.length}
                : new byte[] {0x59, (byte) (bytes.length >> Byte.SIZE), (byte) bytes.length};
        return concat(head, bytes);
    }

    static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
