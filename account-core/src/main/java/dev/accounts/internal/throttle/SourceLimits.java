package dev.accounts.internal.throttle;

import dev.accounts.internal.throttle.Counts.Change;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.policy.RateLimit;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Limits what one source may do without a token. Calls without a source are not limited. */
public final class SourceLimits {

    private final Counts counts;
    private final Optional<SourcePolicy> policy;
    private final Consumer<String> onRefusal;

    /**
     * Creates the limits.
     *
     * @param policy the limits; empty for none
     * @param onRefusal is told the source of a call that is refused
     */
    public SourceLimits(Counts counts, Optional<SourcePolicy> policy, Consumer<String> onRefusal) {
        this.counts = counts;
        this.policy = policy;
        this.onRefusal = onRefusal;
    }

    /** What a source does. Each operation has a count of its own. */
    public enum Operation {
        REGISTRATION,
        MAIL,
        LINK
    }

    /**
     * Counts an operation, or refuses it.
     *
     * @throws TooManyAttemptsException if the source has done so too often
     */
    public void require(Operation operation, Optional<String> source) {
        if (policy.isEmpty() || source.isEmpty()) {
            return;
        }
        Bucket bucket = new Bucket(limit(operation, policy.get()));
        count(key(operation.name().toLowerCase(Locale.ROOT), source.get()), bucket)
                .ifPresent(wait -> {
                    onRefusal.accept(source.get());
                    throw new TooManyAttemptsException(wait);
                });
    }

    private Optional<Duration> count(String key, Bucket bucket) {
        return counts.change(key, (seen, now) -> {
            Optional<Duration> wait = bucket.waitFor(seen, now);
            return new Change<>(wait.isPresent() ? seen : Optional.of(bucket.withOneMore(seen, now)), wait);
        });
    }

    private static RateLimit limit(Operation operation, SourcePolicy policy) {
        return switch (operation) {
            case REGISTRATION -> policy.registrations();
            case MAIL -> policy.mails();
            case LINK -> policy.links();
        };
    }

    /** Returns the key under which the failed logins of a source are counted; empty if they are not. */
    Optional<String> loginKey(Optional<String> source) {
        return policy.isEmpty() ? Optional.empty() : source.map(from -> key("login", from));
    }

    /** Whether a login must wait, given what is counted for its source. */
    boolean mustWait(Optional<Attempts> counted) {
        return policy.flatMap(limits -> new Bucket(limits.failedLogins())
                        .waitFor(counted, counts.clock().instant()))
                .isPresent();
    }

    /** Returns how long a login must wait. A count that a clock has dated later than now is stored with the present time. */
    Optional<Duration> loginWait(String key) {
        return policy.flatMap(limits -> {
            Bucket bucket = new Bucket(limits.failedLogins());
            return counts.change(key, (seen, now) -> new Change<>(seen, bucket.waitFor(seen, now)));
        });
    }

    /** Counts a failed login. */
    void loginFailed(String key) {
        policy.map(limits -> new Bucket(limits.failedLogins()))
                .ifPresent(bucket -> counts.change(
                        key, (seen, now) -> new Change<>(Optional.of(bucket.withOneMore(seen, now)), key)));
    }

    /**
     * Requires that few logins from a source were refused. It counts nothing.
     *
     * @throws TooManyAttemptsException if too many were refused
     */
    public void requireFewFailures(Optional<String> source) {
        loginKey(source).flatMap(this::loginWait).ifPresent(wait -> {
            source.ifPresent(onRefusal);
            throw new TooManyAttemptsException(wait);
        });
    }

    /** Counts a login that was refused, for its source. */
    public void countFailure(Optional<String> source) {
        loginKey(source).ifPresent(this::loginFailed);
    }

    private static String key(String operation, String source) {
        return Counts.key("source-" + operation, source);
    }
}
