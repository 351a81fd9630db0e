package dev.accounts.spi.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets with AES-GCM (NIST SP 800-38D) under one of several keys, and writes the id of the key before them, so that keys can be
 * replaced. Each secret belongs to a context, such as its user, and cannot be read in another. Thread-safe.
 */
final class AesGcm implements SecretCipher {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final String current;
    private final SecretKeySpec currentKey;

    /**
     * Takes the keys.
     *
     * @param current the id of the key that encrypts
     * @param keys all keys by their ids, each of 16, 24 or 32 bytes; those besides the current one only decrypt
     * @throws IllegalArgumentException if there is no current key, or an id or the length of a key is not allowed; the message does not
     *     contain a key
     */
    AesGcm(String current, Map<String, byte[]> keys) {
        byte[] encrypting = keys.get(current);
        if (encrypting == null) {
            throw new IllegalArgumentException("no key has the id of the current one: " + current);
        }
        keys.forEach((id, key) -> {
            if (!KEY_ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "the id of a key has 1 to 32 of the characters A-Z a-z 0-9 _ -: " + id);
            }
            if (key.length != 16 && key.length != 24 && key.length != 32) {
                throw new IllegalArgumentException("a key has 16, 24 or 32 bytes, but " + id + " has " + key.length);
            }
            this.keys.put(id, new SecretKeySpec(key, "AES"));
        });
        this.current = current;
        this.currentKey = new SecretKeySpec(encrypting, "AES");
    }

    @Override
    public String encrypt(byte[] secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden;
        try {
            hidden = cipher(Cipher.ENCRYPT_MODE, currentKey, nonce, context).doFinal(secret);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
        byte[] written = ByteBuffer.allocate(nonce.length + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
        return current + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(written);
    }

    @Override
    public Optional<byte[]> decrypt(String stored, String context) {
        int dot = stored.indexOf('.');
        SecretKeySpec key = keys.get(stored.substring(0, Math.max(dot, 0)));
        return key == null
                ? Optional.empty()
                : decoded(stored.substring(dot + 1)).flatMap(written -> decrypt(key, written, context));
    }

    private static Optional<byte[]> decrypt(SecretKeySpec key, byte[] written, String context) {
        byte[] nonce = Arrays.copyOf(written, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(written, NONCE_BYTES, written.length - NONCE_BYTES));
        } catch (AEADBadTagException altered) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    @Override
    public boolean isCurrent(String stored) {
        return stored.startsWith(current + ".");
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> bytes.length >= NONCE_BYTES + TAG_BITS / Byte.SIZE);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(UTF_8));
        return cipher;
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform has " + CIPHER, e);
    }

    @Override
    public String toString() {
        return "AesGcm[current=" + current + ", keys=" + keys.keySet() + "]";
    }
}
