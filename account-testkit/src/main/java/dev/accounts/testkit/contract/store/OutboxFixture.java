package dev.accounts.testkit.contract.store;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.Notice;
import dev.accounts.spi.OutboxStore;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls of the outbox, which must be empty first: what is dated after the time of a call is due, too. */
record OutboxFixture(StoreFixture fixture) {

    private static final Duration LEASE = Duration.ofMinutes(1);

    OutboxStore outbox() {
        return fixture.stores().outbox();
    }

    void clear() {
        Purge.outbox(outbox());
    }

    void add(long userId, Kind kind, Instant now) {
        outbox().add(Optional.of(userId), kind, fixture.email("to"), now);
    }

    void add(long userId, String address) {
        outbox().add(Optional.of(userId), Kind.EMAIL_CHANGED, fixture.email(address), ReservedTime.START);
    }

    void add(long userId) {
        add(userId, Kind.PASSWORD_CHANGED, ReservedTime.START);
    }

    void addWithoutUser() {
        outbox().add(Optional.empty(), Kind.RESET_PASSWORD, "", ReservedTime.START);
    }

    /** Claims the due notices for a minute. */
    List<Notice> claim(Instant now, int limit) {
        return outbox().claim(now, now.plus(LEASE), limit);
    }

    List<Notice> claim() {
        return claim(ReservedTime.START, 100);
    }

    /** Claims the only due notice. */
    Notice claimOne(Instant now) {
        List<Notice> taken = claim(now, 100);
        if (taken.size() != 1) {
            throw new AssertionError("taken: " + taken);
        }
        return taken.get(0);
    }

    static List<Long> users(List<Notice> notices) {
        return notices.stream().flatMap(notice -> notice.userId().stream()).toList();
    }
}
