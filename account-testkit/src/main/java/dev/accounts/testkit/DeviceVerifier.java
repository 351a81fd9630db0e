package dev.accounts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies the answers of {@link PasskeyDevice} with the JDK alone. It reads only what such a device writes. */
final class DeviceVerifier implements PasskeyVerifier {

    private static final Pattern CLIENT_DATA = Pattern.compile(
            "\\{\"type\":\"([a-z.]+)\",\"challenge\":\"([A-Za-z0-9_-]+)\",\"origin\":\"([^\"]+)\",\"crossOrigin\":false\\}");
    private static final int HASH_BYTES = 32;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;

    /** The bytes before the authenticator data in what {@link Cbor#attestation} writes, up to the length of the data. */
    private static final int ATTESTATION_HEAD = Cbor.attestation(new byte[HASH_BYTES]).length - HASH_BYTES;

    /** Where the coordinates begin in what {@link Cbor#key} writes. */
    private static final int X = 10;

    private static final int Y = X + HASH_BYTES + 3;

    @Override
    public Optional<String> challenge(String clientDataJson) {
        return clientData(clientDataJson).map(data -> data.group(2));
    }

    @Override
    public Optional<NewPasskey> register(PasskeyRegistration answer, Expected expected) {
        if (!isAnswer(answer.clientDataJson(), "webauthn.create", expected)) {
            return Optional.empty();
        }
        try {
            byte[] object = decoded(answer.attestationObject());
            ByteBuffer data = ByteBuffer.wrap(object, ATTESTATION_HEAD, object.length - ATTESTATION_HEAD);
            return use(data, expected).map(said -> passkey(data, said));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    private static NewPasskey passkey(ByteBuffer data, PasskeyUse said) {
        UUID model = new UUID(data.getLong(), data.getLong());
        byte[] id = new byte[data.getShort()];
        data.get(id);
        byte[] key = new byte[data.remaining()];
        data.get(key);
        return new NewPasskey(Cbor.encoded(id), Cbor.encoded(key), said, model);
    }

    @Override
    public Optional<PasskeyUse> authenticate(PasskeyAssertion answer, String publicKey, Expected expected) {
        if (!isAnswer(answer.clientDataJson(), "webauthn.get", expected)) {
            return Optional.empty();
        }
        try {
            byte[] data = decoded(answer.authenticatorData());
            byte[] signed = Cbor.concat(data, Cbor.sha256(decoded(answer.clientDataJson())));
            return isSigned(decoded(publicKey), signed, decoded(answer.signature()))
                    ? use(ByteBuffer.wrap(data), expected)
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<PasskeyUse> use(ByteBuffer data, Expected expected) {
        byte[] relyingParty = new byte[HASH_BYTES];
        data.get(relyingParty);
        int flags = data.get();
        long count = Integer.toUnsignedLong(data.getInt());
        boolean verified = (flags & USER_VERIFIED) != 0;
        boolean right = Arrays.equals(
                        relyingParty, Cbor.sha256(expected.relyingPartyId().getBytes(UTF_8)))
                && (verified || !expected.userVerification());
        return right
                ? Optional.of(new PasskeyUse(count, verified, (flags & BACKUP_ELIGIBLE) != 0, (flags & BACKED_UP) != 0))
                : Optional.empty();
    }

    private static boolean isAnswer(String clientDataJson, String type, Expected expected) {
        return clientData(clientDataJson)
                .filter(data -> data.group(1).equals(type)
                        && data.group(2).equals(expected.challenge())
                        && expected.origins().contains(data.group(3)))
                .isPresent();
    }

    private static Optional<Matcher> clientData(String clientDataJson) {
        try {
            return Optional.of(CLIENT_DATA.matcher(new String(decoded(clientDataJson), UTF_8)))
                    .filter(Matcher::matches);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(byte[] key, byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(publicKey(key));
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(key, X), coordinate(key, Y));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(byte[] key, int start) {
        return new BigInteger(1, Arrays.copyOfRange(key, start, start + HASH_BYTES));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
