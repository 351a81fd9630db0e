package dev.accounts.internal.factor;

import dev.accounts.model.StorageException;
import dev.accounts.spi.factor.SecretCipher;
import java.util.Optional;
import java.util.function.Function;

/** Asks the cipher of the host, whose failures become {@link StorageException}. */
public record Secrets(Optional<SecretCipher> cipher) {

    public boolean areAccepted() {
        return cipher.isPresent();
    }

    /** Encrypts a secret for the one context in which it can be read again. */
    String encrypt(String context, byte[] secret) {
        String encrypted = ask(asked -> asked.encrypt(secret, context));
        if (encrypted.length() > SecretCipher.MAX_LENGTH) {
            throw unusable("the cipher gave more than " + SecretCipher.MAX_LENGTH + " characters");
        }
        return encrypted;
    }

    /** Decrypts a secret; empty if its key is unknown, or the text was changed or belongs to another context. */
    Optional<byte[]> decrypt(String context, String encrypted) {
        return ask(asked -> asked.decrypt(encrypted, context));
    }

    /** Whether a text is under the current key. */
    boolean isCurrent(String encrypted) {
        return ask(asked -> asked.isCurrent(encrypted));
    }

    private <T> T ask(Function<SecretCipher, T> question) {
        SecretCipher asked = cipher.orElseThrow(() -> unusable("the host has no cipher"));
        try {
            return question.apply(asked);
        } catch (RuntimeException e) {
            // The cause may hold what was to be encrypted, so only its type is kept.
            throw unusable("the cipher of the host failed: " + e.getClass().getName());
        }
    }

    static StorageException unusable(String why) {
        return new StorageException(
                StorageException.Outcome.UNCHANGED,
                new IllegalStateException("what is encrypted cannot be read: " + why));
    }
}
