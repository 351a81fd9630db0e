package dev.accounts;

import java.time.Duration;

/** How many messages somebody can have sent to an address by typing it. */
record MailLimits(Throttle throttle) {

    /** Three at once, then one in 20 minutes, 40 and 60 minutes. */
    static final ThrottlePolicy POLICY = new ThrottlePolicy(3, Duration.ofMinutes(20), Duration.ofHours(1));

    /** Whether one more may go out; whoever typed the address is not told. */
    boolean allow(String kind, String emailKey) {
        return throttle.begin(Throttle.key(kind, emailKey)).delay().isEmpty();
    }
}
