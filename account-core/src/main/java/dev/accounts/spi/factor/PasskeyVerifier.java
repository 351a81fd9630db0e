package dev.accounts.spi.factor;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Verifies what authenticators sign (W3C Web Authentication Level 3, 7.1 and 7.2). It decides on nothing else: challenges, counters and
 * owners are the business of the caller. Every call throws {@link NullPointerException} if an argument is null. Thread-safe.
 */
public interface PasskeyVerifier {

    /**
     * Reads to which challenge a browser answered. Nothing is verified yet.
     *
     * @param clientDataJson the client data of an answer, in base64url
     * @return the challenge in base64url; empty if the client data is malformed
     */
    Optional<String> challenge(String clientDataJson);

    /**
     * Verifies the answer of an authenticator that has made a credential. Attestation is not asked for.
     *
     * @param answer the answer of the browser
     * @param expected what it must be an answer to
     * @return the credential; empty if the answer is malformed, or answers something else
     */
    Optional<NewPasskey> register(PasskeyRegistration answer, Expected expected);

    /**
     * Verifies the answer of an authenticator that has signed with a credential.
     *
     * @param answer the answer of the browser
     * @param publicKey the public key of the credential, as {@link NewPasskey} has it
     * @param expected what it must be an answer to
     * @return what the authenticator says; empty if the answer is malformed, answers something else, or was signed with another key
     */
    Optional<PasskeyUse> authenticate(PasskeyAssertion answer, String publicKey, Expected expected);

    /**
     * What an answer must be an answer to.
     *
     * @param challenge the challenge as the browser got it, in base64url
     * @param relyingPartyId the domain that the credential belongs to
     * @param origins the origins from which the browser may answer, such as {@code https://accounts.example.org}
     * @param userVerification whether the authenticator must have verified its user, by a PIN or a fingerprint
     */
    record Expected(String challenge, String relyingPartyId, Set<String> origins, boolean userVerification) {

        /**
         * Copies the origins.
         *
         * @throws NullPointerException if a component or an origin is null
         */
        public Expected {
            requireNonNull(challenge, "challenge");
            requireNonNull(relyingPartyId, "relyingPartyId");
            requireNonNull(origins, "origins").forEach(element -> requireNonNull(element, "origins"));
            origins = Set.copyOf(origins);
        }

        @Override
        public String toString() {
            return "Expected[relyingPartyId=" + relyingPartyId + ", userVerification=" + userVerification + "]";
        }
    }

    /**
     * A credential that an authenticator has made.
     *
     * @param credentialId its id, in base64url
     * @param publicKey its public key as COSE (RFC 9052), in base64url
     * @param use what the authenticator says
     * @param aaguid the model of the authenticator; zero if it does not tell
     */
    record NewPasskey(String credentialId, String publicKey, PasskeyUse use, UUID aaguid) {

        /**
         * Checks that no component is null.
         *
         * @throws NullPointerException if a component is null
         */
        public NewPasskey {
            requireNonNull(credentialId, "credentialId");
            requireNonNull(publicKey, "publicKey");
            requireNonNull(use, "use");
            requireNonNull(aaguid, "aaguid");
        }
    }

    /**
     * What an authenticator says when it signs.
     *
     * @param signCount how often it has signed; zero if it does not count
     * @param userVerified whether it has verified its user
     * @param backupEligible whether the credential may be copied to other devices, which never changes
     * @param backedUp whether the credential is copied to other devices now
     */
    record PasskeyUse(long signCount, boolean userVerified, boolean backupEligible, boolean backedUp) {}
}
