package dev.accounts.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.accounts.internal.text.Digests;
import java.nio.CharBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bcrypt hash of cost 4 to 16, of the first 72 bytes of a password or of the hexadecimal digits of its SHA-256. */
final class BcryptHash implements DjangoHash {

    private static final int MIN_COST = 4;
    private static final int MAX_COST = 16;

    /** The letter in the prefix marks bugs of old implementations, none of which affect hashes that Django made. */
    private static final Pattern STORED =
            Pattern.compile("bcrypt(_sha256)?\\$\\$2[aby](\\$(\\d\\d)\\$([./A-Za-z0-9]{22})[./A-Za-z0-9]{31})");

    private static final String DIGITS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final boolean digested;
    private final int cost;
    private final byte[] salt;
    private final byte[] hash;

    private BcryptHash(boolean digested, int cost, byte[] salt, byte[] hash) {
        this.digested = digested;
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<DjangoHash> parse(String stored) {
        Matcher fields = STORED.matcher(stored);
        if (!fields.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(fields.group(3));
        if (cost < MIN_COST || cost > MAX_COST) {
            return Optional.empty();
        }
        byte[] hash = ("$" + BouncyCastle.BCRYPT_VERSION + fields.group(2)).getBytes(US_ASCII);
        return Optional.of(new BcryptHash(fields.group(1) != null, cost, decoded(fields.group(4)), hash));
    }

    /** Verifies a password. Unless it is digested, one with a NUL never verifies, as in Django: NUL would end it for bcrypt. */
    @Override
    public boolean verifies(CharSequence password) {
        byte[] secret = secret(password);
        try {
            return MessageDigest.isEqual(
                            hash, BouncyCastle.bcrypt(secret, salt, cost).getBytes(US_ASCII))
                    && (digested || password.chars().noneMatch(c -> c == 0));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] secret(CharSequence password) {
        byte[] text = StrictUtf8.encode(password);
        if (!digested) {
            return text;
        }
        char[] digits = Digests.hexDigits(Digests.sha256(text));
        try {
            return StrictUtf8.encode(CharBuffer.wrap(digits));
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(digits, '\0');
        }
    }

    private static byte[] decoded(String salt) {
        byte[] base64 = salt.getBytes(US_ASCII);
        for (int i = 0; i < base64.length; i++) {
            base64[i] = (byte) BASE64.charAt(DIGITS.indexOf(base64[i]));
        }
        return Base64.getDecoder().decode(base64);
    }
}
