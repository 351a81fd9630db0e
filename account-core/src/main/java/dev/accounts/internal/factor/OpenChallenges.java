package dev.accounts.internal.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues the challenges of logins without a name, and knows them again on every node. They are signed and not stored: a stranger can ask
 * for any number of them. A passkey answers each only once, because their numbers grow and the store keeps the last one.
 *
 * <p>Each node signs with a key of its own, which it sends with the challenge, encrypted.
 */
public final class OpenChallenges {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String CONTEXT = "login_challenges";
    static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final String SEPARATOR = "~";
    private static final int PARTS = 3;
    private static final int LONGEST = 1024;

    private final NodeKeys keys;
    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    public OpenChallenges(Secrets secrets, InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.keys = new NodeKeys(secrets, clock, CONTEXT, () -> {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            return new SecretKeySpec(key, MAC);
        });
    }

    /** A challenge. */
    public record Issued(String challenge, Instant expiresAt) {}

    /** Whether there is a key under which nodes can tell each other theirs. */
    public boolean canIssue() {
        return keys.areShared();
    }

    public Issued issue() {
        Instant now = clock.instant();
        NodeKeys.Own own = keys.own();
        String signed = encoded(own.encrypted().getBytes(US_ASCII))
                + SEPARATOR
                + last.updateAndGet(before -> Math.max(before + 1, numberAt(now)));
        String text = signed + SEPARATOR + encoded(mac(own.key(), signed));
        return new Issued(encoded(text.getBytes(US_ASCII)), now.plus(LIFETIME));
    }

    /** Returns the least number of a challenge that is issued at a time. */
    public static long numberAt(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Returns the number of a challenge; empty if none of the nodes has issued it within five minutes. */
    public OptionalLong number(String challenge) {
        List<String> parts = List.of(decoded(challenge).split(SEPARATOR, -1));
        if (parts.size() != PARTS || !canIssue()) {
            return OptionalLong.empty();
        }
        String signed = parts.get(0) + SEPARATOR + parts.get(1);
        boolean right = keys.find(decoded(parts.get(0)))
                .filter(key -> MessageDigest.isEqual(
                        encoded(mac(key, signed)).getBytes(US_ASCII),
                        parts.get(2).getBytes(US_ASCII)))
                .isPresent();
        return right ? recent(Long.parseLong(parts.get(1))) : OptionalLong.empty();
    }

    /** A clock of another node may be ahead. */
    private OptionalLong recent(long number) {
        Duration age = Duration.between(Instant.EPOCH.plus(number, ChronoUnit.MICROS), clock.instant());
        return age.abs().compareTo(LIFETIME) < 0 ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private static byte[] mac(SecretKeySpec key, String signed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(signed.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static String decoded(String text) {
        try {
            return text.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), US_ASCII);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
