package dev.accounts.internal.factor;

import dev.accounts.model.StorageException;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.spi.factor.StoredTotp;
import java.util.Optional;

/** Encrypts the seeds of one-time codes, each for its owner. */
public record Seeds(Optional<SecretCipher> cipher) {

    public boolean areAccepted() {
        return cipher.isPresent();
    }

    public String encrypt(long userId, byte[] seed) {
        return required().encrypt(seed, context(userId));
    }

    /**
     * Decrypts a seed.
     *
     * @throws StorageException if the key is unknown, so that no code can be judged
     */
    public byte[] decrypt(long userId, String encrypted) {
        return required()
                .decrypt(encrypted, context(userId))
                .orElseThrow(() -> unreadable("its key is not among those of the host"));
    }

    /** Returns the same seed under the current key; empty if it is under that key. */
    Optional<String> rotated(StoredTotp totp, byte[] seed) {
        return Optional.of(totp.encryptedSeed())
                .filter(encrypted -> !required().isCurrent(encrypted))
                .map(old -> encrypt(totp.userId(), seed));
    }

    private SecretCipher required() {
        return cipher.orElseThrow(() -> unreadable("the host has no cipher for seeds"));
    }

    private static StorageException unreadable(String why) {
        return new StorageException(
                StorageException.Outcome.UNCHANGED, new IllegalStateException("a seed cannot be read: " + why));
    }

    private static String context(long userId) {
        return "totp:" + userId;
    }
}
