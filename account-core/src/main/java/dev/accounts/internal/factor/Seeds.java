package dev.accounts.internal.factor;

import dev.accounts.model.StorageException;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.spi.factor.StoredTotp;
import java.util.Optional;
import java.util.function.Function;

/** Encrypts the seeds of one-time codes, each for its owner. */
public record Seeds(Optional<SecretCipher> cipher) {

    public boolean areAccepted() {
        return cipher.isPresent();
    }

    /**
     * Encrypts a seed.
     *
     * @throws StorageException if the host's cipher fails
     */
    public String encrypt(long userId, byte[] seed) {
        String encrypted = ask(asked -> asked.encrypt(seed, context(userId)));
        if (encrypted.length() > SecretCipher.MAX_LENGTH) {
            throw unusable("the cipher gave more than " + SecretCipher.MAX_LENGTH + " characters");
        }
        return encrypted;
    }

    /**
     * Decrypts a seed.
     *
     * @throws StorageException if the key is unknown or the host's cipher fails, so that no code can be judged
     */
    public byte[] decrypt(long userId, String encrypted) {
        return ask(asked -> asked.decrypt(encrypted, context(userId)))
                .orElseThrow(() -> unusable("its key is unknown, or it was changed"));
    }

    /** Returns the same seed under the current key; empty if it is under that key. */
    Optional<String> rotated(StoredTotp totp, byte[] seed) {
        return ask(asked -> asked.isCurrent(totp.encryptedSeed()))
                ? Optional.empty()
                : Optional.of(encrypt(totp.userId(), seed));
    }

    private <T> T ask(Function<SecretCipher, T> question) {
        SecretCipher asked = cipher.orElseThrow(() -> unusable("the host has no cipher for seeds"));
        try {
            return question.apply(asked);
        } catch (RuntimeException e) {
            // The cause may hold what was to be encrypted, so only its type is kept.
            throw unusable("the cipher of the host failed: " + e.getClass().getName());
        }
    }

    private static StorageException unusable(String why) {
        return new StorageException(
                StorageException.Outcome.UNCHANGED, new IllegalStateException("a seed cannot be used: " + why));
    }

    private static String context(long userId) {
        return "totp:" + userId;
    }
}
