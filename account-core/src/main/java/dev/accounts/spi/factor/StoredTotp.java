package dev.accounts.spi.factor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The app for one-time codes that an owner has enrolled. {@link #toString} does not print the seed.
 *
 * @param userId the id of the owner
 * @param encryptedSeed the seed as {@link SecretCipher#encrypt} wrote it
 * @param lastStep the time step (RFC 6238, 4.2) of the last code that was used
 * @param enrolledAt when the owner enrolled it, in microseconds
 */
public record StoredTotp(long userId, String encryptedSeed, long lastStep, Instant enrolledAt) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if the seed is too long for a store
     */
    public StoredTotp {
        if (requireNonNull(encryptedSeed, "encryptedSeed").length() > SecretCipher.MAX_LENGTH) {
            throw new IllegalArgumentException("an encrypted seed has at most " + SecretCipher.MAX_LENGTH
                    + " characters, not " + encryptedSeed.length());
        }
        requireNonNull(enrolledAt, "enrolledAt");
    }

    @Override
    public String toString() {
        return "StoredTotp[userId=" + userId + ", lastStep=" + lastStep + ", enrolledAt=" + enrolledAt + "]";
    }
}
