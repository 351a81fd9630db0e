package dev.accounts.internal.factor;

import dev.accounts.model.BusyException;
import dev.accounts.model.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keys that nodes make for themselves and tell each other under the cipher of the host. The cipher may ask a service far away: no lock is
 * held meanwhile, and strangers cannot make this class ask often.
 */
final class NodeKeys {

    private static final Duration RENEWED_AFTER = Duration.ofHours(1);
    private static final Duration RETRIED_AFTER = Duration.ofSeconds(10);
    private static final int MOST_KEYS = 64;
    private static final int MOST_QUESTIONS_A_MINUTE = 60;

    private final Secrets secrets;
    private final InstantSource clock;
    private final String context;
    private final Supplier<SecretKeySpec> random;
    private final Map<String, SecretKeySpec> known = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Own> own = new AtomicReference<>();
    private final AtomicReference<Instant> retryAt = new AtomicReference<>(Instant.MIN);
    private final AtomicBoolean making = new AtomicBoolean();
    private final AtomicReference<Asked> asked = new AtomicReference<>(new Asked(0, 0));

    NodeKeys(Secrets secrets, InstantSource clock, String context, Supplier<SecretKeySpec> random) {
        this.secrets = secrets;
        this.clock = clock;
        this.context = context;
        this.random = random;
    }

    /** The key of this node, and the text that tells it to the others. */
    record Own(String encrypted, SecretKeySpec key, Instant since) {}

    /** How often the cipher was asked for a key of another node within a minute. */
    private record Asked(long minute, int questions) {

        Asked oneMore(long now) {
            return now == minute ? new Asked(minute, questions + 1) : new Asked(now, 1);
        }
    }

    boolean areShared() {
        return secrets.areAccepted();
    }

    /**
     * Returns the key of this node. It is replaced after an hour, and when the cipher has another key.
     *
     * @throws StorageException if the cipher fails, or failed within ten seconds
     * @throws BusyException if another call makes the first key
     */
    Own own() {
        Instant now = clock.instant();
        Own present = own.get();
        if (present != null
                && now.isBefore(present.since().plus(RENEWED_AFTER))
                && secrets.isCurrent(present.encrypted())) {
            return present;
        }
        if (now.isBefore(retryAt.get())) {
            throw Secrets.unusable("the cipher failed a moment ago");
        }
        if (!making.compareAndSet(false, true)) {
            if (present == null) {
                throw new BusyException(RETRIED_AFTER);
            }
            return present;
        }
        try {
            return made(now);
        } catch (StorageException e) {
            retryAt.set(now.plus(RETRIED_AFTER));
            throw e;
        } finally {
            making.set(false);
        }
    }

    private Own made(Instant now) {
        SecretKeySpec key = random.get();
        Own next = new Own(secrets.encrypt(context, key.getEncoded()), key, now);
        remember(next.encrypted(), key);
        own.set(next);
        return next;
    }

    /**
     * Finds the key that a text tells; empty if the text is unknown to the cipher, or too many unknown texts came in this minute.
     *
     * @throws StorageException if the cipher fails
     */
    Optional<SecretKeySpec> find(String encrypted) {
        SecretKeySpec remembered = known.get(encrypted);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        long minute = clock.instant().getEpochSecond() / Duration.ofMinutes(1).toSeconds();
        if (asked.updateAndGet(before -> before.oneMore(minute)).questions() > MOST_QUESTIONS_A_MINUTE) {
            return Optional.empty();
        }
        Optional<SecretKeySpec> found =
                secrets.decrypt(context, encrypted).map(key -> new SecretKeySpec(key, OpenChallenges.MAC));
        found.ifPresent(key -> remember(encrypted, key));
        return found;
    }

    private void remember(String encrypted, SecretKeySpec key) {
        if (known.size() >= MOST_KEYS) {
            known.clear();
        }
        known.put(encrypted, key);
    }
}
