package dev.accounts.internal.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes that an app computes from a seed and the time (RFC 6238): HMAC-SHA-1, six digits, a new one every 30 seconds, as
 * every app knows them.
 */
public final class Totp {

    static final int DIGITS = 6;
    static final Duration PERIOD = Duration.ofSeconds(30);

    /** RFC 4226, section 4, R6 recommends 160 bits. */
    static final int SEED_BYTES = 20;

    private static final int MODULUS = 1_000_000;

    /** RFC 6238, section 5.2 allows for one step of delay; an app whose clock is ahead needs one in advance. */
    private static final int TOLERANCE = 1;

    private static final String MAC = "HmacSHA1";
    private static final int LOW_NIBBLE = 0x0F;

    /** The digits, with room for spaces. */
    private static final int LONGEST_INPUT = 4 * DIGITS;

    private Totp() {}

    public static byte[] newSeed(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /**
     * Returns the step of a code that is good now; empty if it is wrong, or no later than the last step that was used. It takes equally
     * long for every code of six digits.
     */
    public static OptionalLong step(byte[] seed, String code, Instant now, long lastUsed) {
        if (code.length() > LONGEST_INPUT) {
            return OptionalLong.empty();
        }
        byte[] given = RecoveryCode.SEPARATORS.matcher(code).replaceAll("").getBytes(US_ASCII);
        long present = now.getEpochSecond() / PERIOD.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
            boolean right = MessageDigest.isEqual(code(seed, step).getBytes(US_ASCII), given);
            if (right && step > lastUsed && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** RFC 4226, section 5.3. */
    static String code(byte[] seed, long step) {
        byte[] mac = mac(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & LOW_NIBBLE;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        Arrays.fill(mac, (byte) 0);
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    private static byte[] mac(byte[] seed, byte[] counter) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(seed, MAC));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
