package dev.accounts.testkit;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.factor.TotpEnrolment;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app that shows one-time codes, so that tests can enrol and use one: {@code TotpApp.scan(enrolment, clock).code()}. It computes them
 * on its own from RFC 6238 and RFC 4648. Thread-safe.
 */
public final class TotpApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_DIGIT = 5;
    private static final int PERIOD_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final int LOW_NIBBLE = 0x0F;

    private final byte[] seed;
    private final InstantSource clock;

    private TotpApp(byte[] seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Takes up the seed of an enrolment.
     *
     * @param enrolment what {@code Factors.beginTotp} gave
     * @param clock the clock of the device
     * @return the app
     */
    public static TotpApp scan(TotpEnrolment enrolment, InstantSource clock) {
        return new TotpApp(decoded(requireNonNull(enrolment, "enrolment").secret()), requireNonNull(clock, "clock"));
    }

    /**
     * Returns the code that the app shows now.
     *
     * @return six digits
     */
    public String code() {
        return code(clock.instant().getEpochSecond() / PERIOD_SECONDS);
    }

    /**
     * Returns the code of an earlier or later time.
     *
     * @param steps how many periods of 30 seconds later; negative for earlier
     * @return six digits
     */
    public String codeIn(int steps) {
        return code(clock.instant().getEpochSecond() / PERIOD_SECONDS + steps);
    }

    private String code(long step) {
        byte[] mac = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & LOW_NIBBLE;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % MODULUS);
    }

    private byte[] mac(byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    private static byte[] decoded(String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * BITS_OF_DIGIT / Byte.SIZE);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < secret.length(); i++) {
            buffer = (buffer << BITS_OF_DIGIT) | ALPHABET.indexOf(secret.charAt(i));
            bits += BITS_OF_DIGIT;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }

    @Override
    public String toString() {
        return "TotpApp[***]";
    }
}
