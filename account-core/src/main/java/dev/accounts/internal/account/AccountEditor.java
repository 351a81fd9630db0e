package dev.accounts.internal.account;

import dev.accounts.model.AccountException;
import dev.accounts.model.StorageException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Changes an account and everything that depends on the change in one transaction. The row of the account is the lock: the
 * first writer wins, and the other writer reads again.
 */
public final class AccountEditor {

    /** Each retry means that another writer committed. */
    private static final int ATTEMPTS = 100;

    private static final Duration A_COMMIT = Duration.ofMillis(1);

    private final AccountStores stores;

    public AccountEditor(AccountStores stores) {
        this.stores = stores;
    }

    public UserStore users() {
        return stores.users();
    }

    /**
     * A change of an account.
     *
     * @param change computes the new state
     * @param condition runs first, such as the use of a one-time token; a refusal stops the change
     * @param then runs after the change in the same transaction; an exception rolls everything back
     */
    public record Edit(
            UnaryOperator<StoredUser> change, Supplier<Optional<? extends AccountException>> condition, Runnable then) {

        public static Edit of(UnaryOperator<StoredUser> change, Runnable then) {
            return new Edit(change, Optional::empty, then);
        }

        public Edit under(Supplier<Optional<? extends AccountException>> condition) {
            return new Edit(change, condition, then);
        }
    }

    /** Decides how to change an account, given its current state. It changes nothing itself and may throw a refusal. */
    @FunctionalInterface
    public interface Decision {
        Edit on(StoredUser now);
    }

    /**
     * The result of an attempt.
     *
     * @param stale the version that another writer has replaced; empty if no writer interfered
     * @param refusal why nothing was changed; empty if the change was made
     */
    private record Outcome(OptionalLong stale, Optional<? extends AccountException> refusal) {
        static final Outcome DONE = new Outcome(OptionalLong.empty(), Optional.empty());

        static Outcome stale(StoredUser seen) {
            return new Outcome(OptionalLong.of(seen.version()), Optional.empty());
        }

        static Outcome refused(AccountException refusal) {
            return new Outcome(OptionalLong.empty(), Optional.of(refusal));
        }
    }

    /** Applies a change made by staff; throws {@link UserNotFoundException} if the account does not exist. */
    public void apply(long userId, Decision decision) {
        apply(userId, UserNotFoundException::new, decision);
    }

    /** Applies a change to an account that existed a moment ago; throws {@code gone} if it was deleted since. */
    public void apply(long userId, Supplier<? extends AccountException> gone, Decision decision) {
        OptionalLong stale = OptionalLong.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Outcome outcome = stores.atomically(() -> attempt(userId, gone, decision));
            // An exception that leaves the transaction would doom the host's transaction.
            if (outcome.refusal().isPresent()) {
                throw outcome.refusal().get();
            }
            if (outcome.stale().isEmpty()) {
                return;
            }
            if (outcome.stale().equals(stale)) {
                awaitTheWriter();
            }
            stale = outcome.stale();
        }
        throw unchanged("other writers changed the account during every attempt");
    }

    /**
     * Waits until the database shows a change to readers, because it has told a writer of it before: H2 2.4 does so for an instant.
     * A transaction under way may never show it.
     */
    private void awaitTheWriter() {
        if (stores.isUnderWay()) {
            throw blind();
        }
        LockSupport.parkNanos(A_COMMIT.toNanos());
    }

    /** Reports that the host's transaction shows old data. Reading again does not help: the host must begin a new transaction. */
    static StorageException blind() {
        return unchanged("the current transaction does not see what other writers have changed since it began");
    }

    private static StorageException unchanged(String why) {
        return new StorageException(StorageException.Outcome.UNCHANGED, new IllegalStateException(why));
    }

    /** Returns whether another account has a name or an address. The account's own is not taken. */
    boolean isTaken(UserKey key, StoredUser own) {
        return stores.users()
                .read(key)
                .filter(holder -> holder.id() != own.id())
                .isPresent();
    }

    private Outcome attempt(long userId, Supplier<? extends AccountException> gone, Decision decision) {
        Optional<StoredUser> now = stores.users().read(UserKey.id(userId));
        if (now.isEmpty()) {
            return Outcome.refused(gone.get());
        }
        Edit edit;
        try {
            edit = decision.on(now.get());
        } catch (StorageException e) {
            throw e;
        } catch (AccountException refusal) {
            return Outcome.refused(refusal);
        }
        // Writing the row unchanged locks out other writers. If the condition then fails, nothing has changed.
        return stores.users().replace(now.get()) ? changeLocked(userId, edit) : Outcome.stale(now.get());
    }

    private Outcome changeLocked(long userId, Edit edit) {
        Optional<? extends AccountException> refusal = edit.condition().get();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        StoredUser locked = stores.users().read(UserKey.id(userId)).orElseThrow();
        StoredUser changed = edit.change().apply(locked);
        if (!changed.equals(locked) && !stores.users().replace(changed)) {
            return Outcome.stale(locked);
        }
        edit.then().run();
        return Outcome.DONE;
    }
}
