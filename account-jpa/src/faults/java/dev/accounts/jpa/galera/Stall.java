package dev.accounts.jpa.galera;

import dev.accounts.jpa.faults.Histories;
import dev.accounts.jpa.faults.Until;
import java.time.Duration;

/** The longest time in which no client is answered. Used by one thread. */
final class Stall {

    private final Histories histories;
    private int answers;
    private long since = System.nanoTime();
    private long longest;

    private Stall(Histories histories) {
        this.histories = histories;
        this.answers = histories.acknowledged();
    }

    /** Does damage, watches for a while, and returns the longest time without an acknowledged operation. */
    static Duration after(Runnable damage, Histories histories, Duration watch) {
        Stall stall = new Stall(histories);
        damage.run();
        Until.holds(watch, stall::look);
        return Duration.ofNanos(stall.longest);
    }

    /** Never holds. */
    private boolean look() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - since);
        if (histories.acknowledged() != answers) {
            answers = histories.acknowledged();
            since = now;
        }
        return false;
    }
}
