package dev.accounts.testkit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.UUID;

/** The key of a passkey, and its id. */
record Credential(KeyPair key, UUID number) {

    private static final int ID_BYTES = 16;

    static Credential next() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Credential(generator.generateKeyPair(), UUID.randomUUID());
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** The id in base64url. */
    String id() {
        return Cbor.encoded(idBytes());
    }

    private byte[] idBytes() {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(number.getMostSignificantBits())
                .putLong(number.getLeastSignificantBits())
                .array();
    }

    /** The part of authenticator data about this credential: an empty model (AAGUID), the id and the public key. */
    byte[] data() {
        return Cbor.concat(
                new byte[ID_BYTES],
                ByteBuffer.allocate(Short.BYTES).putShort((short) ID_BYTES).array(),
                idBytes(),
                Cbor.key((ECPublicKey) key.getPublic()));
    }

    byte[] sign(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform has ECDSA", e);
    }

    @Override
    public String toString() {
        return "Credential[id=" + id() + "]";
    }
}
