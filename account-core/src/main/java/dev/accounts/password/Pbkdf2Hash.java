package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A PBKDF2 hash (RFC 8018) with HMAC-SHA-256 or HMAC-SHA-1 and up to ten million iterations. The JDK computes it. */
final class Pbkdf2Hash implements DjangoHash {

    private static final int MAX_ITERATIONS = 10_000_000;

    /** The salt is plain text, and the hash is as long as the digest. */
    private static final Pattern STORED = Pattern.compile("pbkdf2_sha(?:256|1)\\$([1-9]\\d{0,7})"
            + "\\$([^$\\p{Cs}]{1,128})"
            + "\\$([A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{27}=)");

    private final Digest digest;
    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private Pbkdf2Hash(Digest digest, int iterations, byte[] salt, byte[] hash) {
        this.digest = digest;
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<DjangoHash> parse(String stored) {
        Matcher fields = STORED.matcher(stored);
        if (!fields.matches()) {
            return Optional.empty();
        }
        Digest digest = stored.startsWith("pbkdf2_sha256$") ? Digest.SHA_256 : Digest.SHA_1;
        int iterations = Integer.parseInt(fields.group(1));
        byte[] hash = Base64.getDecoder().decode(fields.group(3));
        if (iterations > MAX_ITERATIONS || hash.length != digest.bytes) {
            return Optional.empty();
        }
        return Optional.of(new Pbkdf2Hash(digest, iterations, fields.group(2).getBytes(UTF_8), hash));
    }

    @Override
    public boolean isComputable() {
        return true;
    }

    @Override
    public boolean verifies(CharSequence password) {
        char[] secret = new char[password.length()];
        CharBuffer.wrap(password).get(secret);
        PBEKeySpec parameters = new PBEKeySpec(secret, salt, iterations, hash.length * Byte.SIZE);
        try {
            SecretKeyFactory pbkdf2 = SecretKeyFactory.getInstance(digest.algorithm);
            return MessageDigest.isEqual(hash, pbkdf2.generateSecret(parameters).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no security provider of this JVM has " + digest.algorithm, e);
        } finally {
            parameters.clearPassword();
            Arrays.fill(secret, '\0');
        }
    }

    private enum Digest {
        SHA_256("PBKDF2WithHmacSHA256", 32),
        SHA_1("PBKDF2WithHmacSHA1", 20);

        private final String algorithm;
        private final int bytes;

        Digest(String algorithm, int bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }
    }
}
