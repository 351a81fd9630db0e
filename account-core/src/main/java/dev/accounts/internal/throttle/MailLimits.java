package dev.accounts.internal.throttle;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.StoredUser;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Limits the mails that callers can trigger by typing addresses. */
public final class MailLimits {

    private static final Duration FIRST_DELAY = Duration.ofMinutes(20);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** Ten at once from one account to any addresses, then one after 5 minutes, slowing down to one an hour. */
    private static final ThrottlePolicy FROM_ACCOUNT = new ThrottlePolicy(10, Duration.ofMinutes(5), LONGEST_DELAY);

    private final Map<Kind, Throttle> toAddress;
    private final Throttle change;
    private final Throttle fromAccount;

    /**
     * Creates the limits.
     *
     * @param lifetimes how long the links in the mails are good
     */
    public MailLimits(Counts counts, Map<Kind, Duration> lifetimes) {
        this.toAddress = lifetimes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Throttle(counts, toAddress(entry.getValue()))));
        this.change = new Throttle(counts, toAddress(LONGEST_DELAY));
        this.fromAccount = new Throttle(counts, FROM_ACCOUNT);
    }

    /**
     * Three at once to one address, then one after 20, 40 and every further 60 minutes. It is never longer than the lifetime of
     * a link: a person without a good link gets one.
     */
    static ThrottlePolicy toAddress(Duration lifetime) {
        return new ThrottlePolicy(3, shorter(FIRST_DELAY, lifetime), shorter(LONGEST_DELAY, lifetime));
    }

    private static Duration shorter(Duration delay, Duration lifetime) {
        return delay.compareTo(lifetime) < 0 ? delay : lifetime;
    }

    /** Counts a mail and returns whether it may be sent. The caller, who may not own the address, is not told. */
    public boolean allow(Kind kind, String emailKey) {
        return throttle(kind).begin(key(kind, emailKey)).delay().isEmpty();
    }

    /** Clears the count after the link in a mail was used: its owner has no good link any more. */
    public void used(Kind kind, String emailKey) {
        throttle(kind).clearQuietly(key(kind, emailKey));
    }

    /**
     * Clears the counts after all links of an account have ended. Those for an unverified address remain, for the reason that
     * {@link #forget} gives.
     */
    public void linksEnded(StoredUser owner) {
        verifiedKey(owner).ifPresent(key -> toAddress.keySet().forEach(kind -> used(kind, key)));
    }

    private static Optional<String> verifiedKey(StoredUser owner) {
        return owner.email().key().filter(key -> owner.email().verified());
    }

    private Throttle throttle(Kind kind) {
        return requireNonNull(toAddress.get(kind), "no link of this kind");
    }

    private static String key(Kind kind, String emailKey) {
        return Counts.key("mail-" + kind, emailKey);
    }

    /** Counts a mail that confirms a changed address, or refuses it. The caller is logged in and therefore told. */
    public void requireChange(long userId, String emailKey) {
        fromAccount
                .begin(changeKey(userId))
                .delay()
                .or(() -> change.begin(changeToKey(emailKey)).delay())
                .ifPresent(wait -> {
                    throw new TooManyAttemptsException(wait);
                });
    }

    /** Whether an address may be told of another login from a new source or the like: three times at once, then less often. */
    public boolean mayTell(String emailKey) {
        return !change.mustWait(toldKey(emailKey));
    }

    /** Counts a mail that {@link #mayTell} allowed. */
    public void told(String emailKey) {
        change.failed(toldKey(emailKey));
    }

    private static String toldKey(String emailKey) {
        return Counts.key("told", emailKey);
    }

    /**
     * Clears the counts for a deleted account. The counts for an unverified address remain until they expire, because the address
     * may belong to another person. Otherwise an attacker could flood it by creating and deleting accounts.
     */
    public void forget(StoredUser gone) {
        fromAccount.clearQuietly(changeKey(gone.id()));
        linksEnded(gone);
        verifiedKey(gone).ifPresent(key -> {
            change.clearQuietly(changeToKey(key));
            change.clearQuietly(toldKey(key));
        });
    }

    private static String changeKey(long userId) {
        return Counts.key("change", Long.toString(userId));
    }

    private static String changeToKey(String emailKey) {
        return Counts.key("change-to", emailKey);
    }
}
