package dev.accounts.spi.factor;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.Passkey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A passkey (W3C Web Authentication) that an owner has registered. {@link #toString} does not print the id of the credential, its public
 * key and its name.
 *
 * @param userId the id of the owner
 * @param credentialId the id of the credential in base64url, of at most {@value #MAX_CREDENTIAL_ID} characters, which are 1023 bytes
 * @param publicKey its public key as COSE (RFC 9052) in base64url, of at most {@value #MAX_PUBLIC_KEY} characters
 * @param name how the owner calls it; 1 to {@value #MAX_NAME} characters (code points)
 * @param transports how a browser reaches the authenticator, such as {@code usb}; none is empty or has a space, and they have at most
 *     {@value #MAX_TRANSPORTS} characters when spaces join them
 * @param aaguid the model of the authenticator; zero if it does not tell
 * @param backupEligible whether the credential may be copied to other devices
 * @param userVerified whether the authenticator verified its user when the owner registered it; otherwise a thief could have set its PIN
 * @param createdAt when the owner registered it, in microseconds
 * @param usage what changes when it is used
 */
public record StoredPasskey(
        long userId,
        String credentialId,
        String publicKey,
        String name,
        Set<String> transports,
        UUID aaguid,
        boolean backupEligible,
        boolean userVerified,
        Instant createdAt,
        Usage usage) {

    /** The longest id of a credential, in characters. */
    public static final int MAX_CREDENTIAL_ID = 1364;

    /** The longest public key, in characters. */
    public static final int MAX_PUBLIC_KEY = 2000;

    /** The longest name, in code points. */
    public static final int MAX_NAME = Passkey.MAX_NAME;

    /** The longest list of transports, in characters. */
    public static final int MAX_TRANSPORTS = 100;

    /**
     * Checks the components and copies the transports.
     *
     * @throws NullPointerException if a component or a transport is null
     * @throws IllegalArgumentException if a component is too long for a store, if the name is empty, or if a transport is empty or has a
     *     space
     */
    public StoredPasskey {
        atMost(MAX_CREDENTIAL_ID, "credentialId", requireNonNull(credentialId, "credentialId"));
        atMost(MAX_PUBLIC_KEY, "publicKey", requireNonNull(publicKey, "publicKey"));
        requireName(name);
        requireNonNull(transports, "transports").forEach(StoredPasskey::requireTransport);
        atMost(MAX_TRANSPORTS, "transports", String.join(" ", transports));
        transports = Set.copyOf(transports);
        requireNonNull(aaguid, "aaguid");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(usage, "usage");
    }

    /**
     * What changes when a passkey is used.
     *
     * @param signCount how often the authenticator has signed; zero if it does not count
     * @param lastChallenge the number of the latest challenge of a login without a name that the passkey has answered; at first a number before its registration
     * @param backedUp whether the credential was copied to other devices at the last use
     * @param lastUsedAt when it was last used, in microseconds; empty if it never was
     */
    public record Usage(long signCount, long lastChallenge, boolean backedUp, Optional<Instant> lastUsedAt) {

        /**
         * Checks that no component is null.
         *
         * @throws NullPointerException if a component is null
         */
        public Usage {
            requireNonNull(lastUsedAt, "lastUsedAt");
        }
    }

    /**
     * Checks that a passkey can have a name.
     *
     * @param name the name
     * @return the name
     * @throws NullPointerException if {@code name} is null
     * @throws IllegalArgumentException if it is empty or too long
     */
    public static String requireName(String name) {
        int length = requireNonNull(name, "name").codePointCount(0, name.length());
        if (length < 1 || length > MAX_NAME) {
            throw new IllegalArgumentException("name must have 1 to " + MAX_NAME + " characters: " + length);
        }
        return name;
    }

    /**
     * Computes the digest under which a store keeps a passkey.
     *
     * @param credentialId the id of the credential, in base64url
     * @return the digest
     * @throws NullPointerException if {@code credentialId} is null
     */
    public static TokenDigest digest(String credentialId) {
        return TokenDigest.of("passkey:" + requireNonNull(credentialId, "credentialId"));
    }

    /**
     * Returns the digest under which a store keeps the passkey.
     *
     * @return the digest of its credential's id
     */
    public TokenDigest digest() {
        return digest(credentialId);
    }

    /**
     * Returns the id that its owner sees.
     *
     * @return {@link TokenDigest#tokenId} of its digest
     */
    public UUID id() {
        return digest().tokenId();
    }

    /**
     * Returns the passkey as it is after a use.
     *
     * @param next what the use changes
     * @return the changed passkey
     * @throws NullPointerException if {@code next} is null
     */
    public StoredPasskey withUsage(Usage next) {
        requireNonNull(next, "next");
        return new StoredPasskey(
                userId,
                credentialId,
                publicKey,
                name,
                transports,
                aaguid,
                backupEligible,
                userVerified,
                createdAt,
                next);
    }

    private static void requireTransport(String transport) {
        if (requireNonNull(transport, "transports").isEmpty() || transport.contains(" ")) {
            throw new IllegalArgumentException("transports must neither be empty nor have a space");
        }
    }

    private static void atMost(int max, String component, String text) {
        if (text.length() > max) {
            throw new IllegalArgumentException(
                    component + " must have at most " + max + " characters: " + text.length());
        }
    }

    @Override
    public String toString() {
        return "StoredPasskey[userId=" + userId + ", id=" + id() + ", createdAt=" + createdAt + ", " + usage + "]";
    }
}
