package dev.accounts.internal.throttle;

import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.StoredUser;
import java.time.Duration;

/** How many messages somebody can have sent to addresses by typing them. */
public record MailLimits(Throttle toAddress, Throttle fromAccount) {

    /** Three at once to one address, then one in 20 minutes, 40 and 60 minutes. */
    public static final ThrottlePolicy TO_ADDRESS = new ThrottlePolicy(3, Duration.ofMinutes(20), Duration.ofHours(1));

    /** Ten at once from one account, to whatever addresses, then one in 5 minutes up to one an hour. */
    public static final ThrottlePolicy FROM_ACCOUNT =
            new ThrottlePolicy(10, Duration.ofMinutes(5), Duration.ofHours(1));

    /** Whether one more may go out; whoever typed the address is not told. */
    public boolean allow(String kind, String emailKey) {
        return toAddress.begin(Throttle.key(kind, emailKey)).delay().isEmpty();
    }

    /** Refuses one more address that is to be confirmed; whoever is logged in may know. */
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
     * Forgets what was counted for an account that is gone. An address that was never verified may be somebody else's: what was
     * counted for it stays for its day, or accounts that come and go in its name could flood it.
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
