package dev.accounts.internal.factor;

import dev.accounts.model.StorageException;
import dev.accounts.spi.factor.StoredTotp;
import java.util.Optional;

/** Encrypts the seeds of one-time codes, each for its owner. */
public record Seeds(Secrets secrets) {

    /**
     * Encrypts a seed.
     *
     * @throws StorageException if the host's cipher fails
     */
    public String encrypt(long userId, byte[] seed) {
        return secrets.encrypt(context(userId), seed);
    }

    /**
     * Decrypts a seed.
     *
     * @throws StorageException if the key is unknown or the host's cipher fails, so that no code can be judged
     */
    public byte[] decrypt(long userId, String encrypted) {
        return secrets.decrypt(context(userId), encrypted)
                .orElseThrow(() -> Secrets.unusable("its key is unknown, or it was changed"));
    }

    /** Returns the same seed under the current key; empty if it is under that key. */
    Optional<String> rotated(StoredTotp totp, byte[] seed) {
        return secrets.isCurrent(totp.encryptedSeed()) ? Optional.empty() : Optional.of(encrypt(totp.userId(), seed));
    }

    private static String context(long userId) {
        return "totp:" + userId;
    }
}
