package dev.accounts.testkit.memory;

import static java.util.Objects.requireNonNull;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.AuditStore;
import dev.accounts.spi.KnownSourceStore;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.OutboxStore;
import dev.accounts.spi.RoleStore;
import dev.accounts.spi.TokenStore;
import dev.accounts.spi.TownStore;
import dev.accounts.spi.UnitOfWork;
import dev.accounts.spi.UserStore;
import dev.accounts.spi.factor.DerivedTokenStore;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.RecoveryCodeStore;
import dev.accounts.spi.factor.TotpStore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Stores that keep all data in this object. They give the same guarantees as stores over a database, including atomicity and
 * races, and pass the same contracts. Thread-safe.
 *
 * <p>Ids count up from 1, separately for each kind of row. A unit of work locks out all other threads until it ends: code in
 * {@link #atomically} or {@link #apart} must not wait for another thread that uses these stores. If a part of a unit fails, the
 * stores undo it, even if the rest continues.
 */
public final class InMemoryAccountStores implements AccountStores {

    private final InMemoryTables tables = new InMemoryTables();
    private final UserStore users = new InMemoryUserStore(tables);
    private final TokenStore tokens = new InMemoryTokenStore(tables);
    private final TownStore towns = new InMemoryTownStore(tables);
    private final RoleStore roles = new InMemoryRoleStore(tables);
    private final OneTimeTokenStore oneTimeTokens = new InMemoryOneTimeTokenStore(tables);
    private final OutboxStore outbox = new InMemoryOutboxStore(tables);
    private final AttemptStore attempts = new InMemoryAttemptStore(tables);
    private final KnownSourceStore knownSources = new InMemoryKnownSourceStore(tables);
    private final DerivedTokenStore derivedTokens = new InMemoryDerivedTokenStore(tables);
    private final TotpStore totp = new InMemoryTotpStore(tables);
    private final RecoveryCodeStore recoveryCodes = new InMemoryRecoveryCodeStore(tables);
    private final PasskeyStore passkeys = new InMemoryPasskeyStore(tables);
    private final AuditStore audit = new InMemoryAuditStore(tables);
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(tables);

    /** Stores without users, tokens and towns. */
    public InMemoryAccountStores() {}

    @Override
    public UserStore users() {
        return users;
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public TownStore towns() {
        return towns;
    }

    @Override
    public RoleStore roles() {
        return roles;
    }

    @Override
    public OneTimeTokenStore oneTimeTokens() {
        return oneTimeTokens;
    }

    @Override
    public OutboxStore outbox() {
        return outbox;
    }

    @Override
    public AttemptStore attempts() {
        return attempts;
    }

    @Override
    public KnownSourceStore knownSources() {
        return knownSources;
    }

    @Override
    public DerivedTokenStore derivedTokens() {
        return derivedTokens;
    }

    @Override
    public TotpStore totp() {
        return totp;
    }

    @Override
    public RecoveryCodeStore recoveryCodes() {
        return recoveryCodes;
    }

    @Override
    public PasskeyStore passkeys() {
        return passkeys;
    }

    /**
     * The audit table, for a host that keeps one.
     *
     * @return the store of audit entries; it takes part in the same units of work as the others
     */
    public AuditStore audit() {
        return audit;
    }

    @Override
    public <R> R atomically(Supplier<R> work) {
        return unitOfWork.atomically(requireNonNull(work, "work"));
    }

    @Override
    public <R> R apart(Supplier<R> work) {
        return unitOfWork.apart(requireNonNull(work, "work"));
    }

    @Override
    public <R> R reading(Supplier<R> reads) {
        return unitOfWork.reading(requireNonNull(reads, "reads"));
    }

    @Override
    public boolean isUnderWay() {
        return unitOfWork.isUnderWay();
    }

    @Override
    public void afterCommit(Runnable action) {
        unitOfWork.afterCommit(requireNonNull(action, "action"));
    }

    /**
     * Changes a user without {@link dev.accounts.service.AccountService}, for fixtures such as {@code stores.update(user.id(),
     * edit -> edit.active(false))}. Names, addresses and ids stay the same. New groups and permissions are stored with their
     * given ids.
     *
     * @param userId the user to change
     * @param change sets the new values
     * @throws IllegalArgumentException if the user does not exist or a new value is out of bounds; then nothing changes
     */
    public void update(long userId, UnaryOperator<UserEdit> change) {
        requireNonNull(change, "change");
        synchronized (tables) {
            InMemoryTables.UserRow row = tables.users
                    .find(userId)
                    .orElseThrow(() -> new IllegalArgumentException("no such user: " + userId));
            UserEdit edit = requireNonNull(change.apply(new UserEdit(row.user())), "change");
            tables.put(row, edit.user());
        }
    }
}
