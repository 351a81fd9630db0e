package dev.accounts.internal.message;

import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Notice;
import dev.accounts.spi.OutboxStore;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers queued messages. It builds each message when it sends it, so that the outbox never holds a token. */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** How long a node may take for one message before another node may claim it. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);

    /** How long an undelivered notice is kept: long enough for a mail server that is down over a weekend. */
    public static final Duration RETENTION = Duration.ofDays(7);

    /** No user and no notice has this id. */
    private static final long NO_ID = 0;

    private final AccountStores stores;
    private final OneTimeTokens oneTimeTokens;
    private final InstantSource clock;

    public Delivery(AccountStores stores, OneTimeTokens oneTimeTokens, InstantSource clock) {
        this.stores = stores;
        this.oneTimeTokens = oneTimeTokens;
        this.clock = clock;
    }

    public int deliver(AccountNotifier notifier, int limit) {
        int delivered = 0;
        for (int left = limit; left > 0 && !Thread.currentThread().isInterrupted(); left--) {
            Instant now = clock.instant();
            List<Notice> claimed = stores.outbox().claim(now, now.plus(LEASE), 1);
            if (claimed.isEmpty()) {
                break;
            }
            delivered += deliver(notifier, claimed.get(0)) ? 1 : 0;
        }
        return delivered;
    }

    /** Asks the stores for what it costs to claim, prepare and remove one message, and sends nothing. */
    void pretend(Kind kind) {
        Instant now = clock.instant();
        Notice dummy = new Notice(NO_ID, Optional.of(NO_ID), kind, "", now, 1);
        stores.outbox().postpone(dummy, now);
        stores.atomically(
                () -> stores.users().read(UserKey.id(NO_ID)).isPresent() || oneTimeTokens.pretendToIssue(kind, NO_ID));
        stores.outbox().remove(dummy);
    }

    private boolean deliver(AccountNotifier notifier, Notice notice) {
        Optional<AccountMessage> message = stores.atomically(() -> prepare(notice));
        if (message.isEmpty()) {
            stores.outbox().remove(notice);
            return false;
        }
        try {
            notifier.send(message.get());
        } catch (Exception | LinkageError e) {
            giveBack(notice, e);
            return false;
        }
        stores.outbox().remove(notice);
        return true;
    }

    private void giveBack(Notice notice, Throwable reason) {
        // The exception of a notifier may contain the message, token included, so only its type is logged.
        String type = reason.getClass().getName();
        Instant due = clock.instant().plus(backoff(notice.attempts()));
        if (due.isAfter(notice.createdAt().plus(RETENTION))) {
            LOG.error("{} was dropped after its last attempt failed: {}", notice, type);
            stores.outbox().remove(notice);
        } else {
            LOG.warn("{} was not delivered and will be tried again: {}", notice, type);
            stores.outbox().postpone(notice, due);
        }
        if (reason instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration backoff(int attempts) {
        Duration doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(OutboxStore.LONGEST_DELAY) < 0 ? doubled : OutboxStore.LONGEST_DELAY;
    }

    /** Builds the message from the current state of the account; empty if the message is no longer wanted. */
    private Optional<AccountMessage> prepare(Notice notice) {
        Optional<StoredUser> user = notice.userId()
                .flatMap(id -> stores.users().read(UserKey.id(id)))
                .filter(found -> isStillWanted(notice, found));
        if (user.isEmpty() || !notice.kind().carriesToken()) {
            return user.map(found -> message(notice, found, Optional.empty()));
        }
        return oneTimeTokens
                .issue(notice.kind(), user.get().id(), notice.address())
                .map(token -> message(notice, user.get(), Optional.of(token)));
    }

    private static boolean isStillWanted(Notice notice, StoredUser user) {
        boolean present = notice.address().equals(user.email().address());
        if (notice.kind() == Kind.RESET_PASSWORD || notice.kind() == Kind.RESET_USERNAME) {
            return user.active() && present;
        }
        if (notice.kind() == Kind.VERIFY_EMAIL) {
            boolean pending =
                    user.email().pending().filter(notice.address()::equals).isPresent();
            return user.active() && (pending || (present && !user.email().verified()));
        }
        return true;
    }

    private static AccountMessage message(Notice notice, StoredUser user, Optional<OneTimeToken> token) {
        return new AccountMessage(notice.id(), notice.kind(), user.id(), user.username(), notice.address(), token);
    }
}
