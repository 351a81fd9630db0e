package dev.accounts.spi.factor;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * Encrypts the secrets that the library must read again, such as the seeds of one-time codes. Thread-safe. A host may give one that asks
 * a key management service.
 */
public interface SecretCipher {

    /** The longest encrypted text, in ASCII characters. */
    int MAX_LENGTH = 250;

    /**
     * Encrypts a secret.
     *
     * @param secret up to 64 bytes
     * @param context what the secret belongs to; it can be decrypted only with the same context
     * @return ASCII text of at most {@value #MAX_LENGTH} characters that differs each time
     */
    String encrypt(byte[] secret, String context);

    /**
     * Decrypts a secret.
     *
     * @param stored what {@link #encrypt} returned
     * @param context what the secret belongs to
     * @return the secret; empty if its key is unknown, or if the text was changed or belongs to another context
     */
    Optional<byte[]> decrypt(String stored, String context);

    /**
     * Returns whether a text was encrypted under the current key. Others are encrypted again when they are used.
     *
     * @param stored what {@link #encrypt} returned
     * @return whether it is
     */
    boolean isCurrent(String stored);

    /**
     * Encrypts with AES in Galois/Counter Mode (NIST SP 800-38D), with a random nonce for each secret.
     *
     * @param current the id of the key that encrypts
     * @param keys all keys by their ids, each of 16, 24 or 32 bytes; those besides the current one only decrypt. An id has 1 to 32 of the
     *     characters {@code A-Z a-z 0-9 _ -}
     * @return the cipher
     * @throws NullPointerException if an argument, an id or a key is null
     * @throws IllegalArgumentException if there is no current key, or an id or the length of a key is not allowed; the message does not
     *     contain a key
     */
    static SecretCipher aesGcm(String current, Map<String, byte[]> keys) {
        return new AesGcm(requireNonNull(current, "current"), requireNonNull(keys, "keys"));
    }
}
