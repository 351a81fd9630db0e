package dev.accounts.webauthn;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies passkeys with WebAuthn4J. It accepts ES256, EdDSA and RS256, and asks for no attestation. Thread-safe. */
public final class WebAuthn4jVerifier implements PasskeyVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(WebAuthn4jVerifier.class);

    /** More than any authenticator sends: a credential id has at most 1023 bytes, an RSA key some 300. */
    private static final int LONGEST_PART = 8192;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private static final int AAGUID_BYTES = 16;

    private final Converters converters;

    /**
     * Creates a verifier.
     *
     * @throws IllegalStateException if WebAuthn4J does not fit the versions of Jackson on the class path
     */
    public WebAuthn4jVerifier() {
        converters = Converters.create();
    }

    @Override
    public Optional<String> challenge(String clientDataJson) {
        requireNonNull(clientDataJson, "clientDataJson");
        try {
            CollectedClientData data = requireNonNull(converters.clientData().convert(decoded(clientDataJson)));
            return Optional.of(encoded(data.getChallenge().getValue()));
        } catch (RuntimeException refused) {
            return refused(refused);
        }
    }

    @Override
    public Optional<NewPasskey> register(PasskeyRegistration answer, Expected expected) {
        requireNonNull(answer, "answer");
        RegistrationParameters parameters = new RegistrationParameters(
                server(requireNonNull(expected, "expected")), ALGORITHMS, expected.userVerification(), true);
        try {
            RegistrationData verified = converters
                    .manager()
                    .verify(
                            new RegistrationRequest(
                                    decoded(answer.attestationObject()),
                                    decoded(answer.clientDataJson()),
                                    answer.transports()),
                            parameters);
            AuthenticatorData<?> data =
                    requireNonNull(verified.getAttestationObject()).getAuthenticatorData();
            return PublicKeys.isSound(requireNonNull(data.getAttestedCredentialData()))
                    ? Optional.of(passkey(data))
                    : Optional.empty();
        } catch (RuntimeException refused) {
            return refused(refused);
        }
    }

    private NewPasskey passkey(AuthenticatorData<?> data) {
        AttestedCredentialData credential = requireNonNull(data.getAttestedCredentialData());
        byte[] whole = converters.credentials().convert(credential);
        int keyStart = AAGUID_BYTES + Short.BYTES + credential.getCredentialId().length;
        return new NewPasskey(
                encoded(credential.getCredentialId()),
                encoded(Arrays.copyOfRange(whole, keyStart, whole.length)),
                use(data),
                requireNonNull(credential.getAaguid().getValue()));
    }

    /** The id and the key of a credential as an authenticator sends them (W3C Web Authentication Level 3, 6.5.1), without a model. */
    private AttestedCredentialData credential(byte[] id, byte[] key) {
        return converters
                .credentials()
                .convert(ByteBuffer.allocate(AAGUID_BYTES + Short.BYTES + id.length + key.length)
                        .putLong(0)
                        .putLong(0)
                        .putShort((short) id.length)
                        .put(id)
                        .put(key)
                        .array());
    }

    @Override
    public Optional<PasskeyUse> authenticate(PasskeyAssertion answer, String publicKey, Expected expected) {
        requireNonNull(answer, "answer");
        requireNonNull(publicKey, "publicKey");
        requireNonNull(expected, "expected");
        try {
            byte[] credentialId = decoded(answer.credentialId());
            AuthenticationData verified = converters
                    .manager()
                    .verify(
                            new AuthenticationRequest(
                                    credentialId,
                                    decoded(answer.userHandle()),
                                    decoded(answer.authenticatorData()),
                                    decoded(answer.clientDataJson()),
                                    decoded(answer.signature())),
                            new AuthenticationParameters(
                                    server(expected),
                                    record(credential(credentialId, decoded(publicKey))),
                                    List.of(credentialId),
                                    expected.userVerification(),
                                    true));
            return Optional.of(use(requireNonNull(verified.getAuthenticatorData())));
        } catch (RuntimeException refused) {
            return refused(refused);
        }
    }

    /** The counter is zero here: the caller compares it with the stored one, in the transaction that stores the next. */
    private static CredentialRecordImpl record(AttestedCredentialData credential) {
        return new CredentialRecordImpl(null, null, null, null, 0, credential, null, null, null, null);
    }

    private static ServerProperty server(Expected expected) {
        return ServerProperty.builder()
                .origins(expected.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(expected.relyingPartyId())
                .challenge(new DefaultChallenge(expected.challenge()))
                .build();
    }

    private static PasskeyUse use(AuthenticatorData<?> data) {
        return new PasskeyUse(data.getSignCount(), data.isFlagUV(), data.isFlagBE(), data.isFlagBS());
    }

    /** The parsers throw many kinds of exceptions at malformed input, and their texts quote what was sent. */
    private static <T> Optional<T> refused(RuntimeException reason) {
        LOG.debug("a passkey was refused: {}", reason.getClass().getSimpleName());
        return Optional.empty();
    }

    private static byte[] decoded(String text) {
        if (text.length() > LONGEST_PART) {
            throw new IllegalArgumentException("a part of the answer is too long");
        }
        return Base64.getUrlDecoder().decode(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
