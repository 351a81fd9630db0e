package dev.accounts.internal.throttle;

import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.StoredUser;
import java.time.Duration;

/** Limits the mails that callers can trigger by typing addresses. */
public record MailLimits(Throttle toAddress, Throttle fromAccount) {

    /** Three at once to one address, then one after 20, 40 and every further 60 minutes. */
    public static final ThrottlePolicy TO_ADDRESS = new ThrottlePolicy(3, Duration.ofMinutes(20), Duration.ofHours(1));

    /** Ten at once from one account to any addresses, then one after 5 minutes, slowing down to one an hour. */
    public static final ThrottlePolicy FROM_ACCOUNT =
            new ThrottlePolicy(10, Duration.ofMinutes(5), Duration.ofHours(1));

    /** Counts a mail and returns whether it may be sent. The caller, who may not own the address, is not told. */
    public boolean allow(String kind, String emailKey) {
        return toAddress.begin(Throttle.key(kind, emailKey)).delay().isEmpty();
    }

    /** Counts a mail that confirms a changed address, or refuses it. The caller is logged in and therefore told. */
    public void requireChange(long userId, String emailKey) {
        fromAccount
                .begin(changeKey(userId))
                .delay()
                .or(() -> toAddress.begin(Throttle.key("change", emailKey)).delay())
                .ifPresent(wait -> {
                    throw new TooManyAttemptsException(wait);
                });
    }

    /**
     * Clears the counts for a deleted account. The counts for an unverified address remain until they expire, because the address
     * may belong to another person. Otherwise an attacker could flood it by creating and deleting accounts.
     */
    public void forget(StoredUser gone) {
        fromAccount.clearQuietly(changeKey(gone.id()));
        gone.email().key().filter(key -> gone.email().verified()).ifPresent(key -> {
            toAddress.clearQuietly(Throttle.key("reset", key));
            toAddress.clearQuietly(Throttle.key("verify", key));
            toAddress.clearQuietly(Throttle.key("change", key));
        });
    }

    private static String changeKey(long userId) {
        return Throttle.key("change", Long.toString(userId));
    }
}
