package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.store.JpaAttemptStore;
import dev.accounts.jpa.internal.store.JpaDerivedTokenStore;
import dev.accounts.jpa.internal.store.JpaKnownSourceStore;
import dev.accounts.jpa.internal.store.JpaOneTimeTokenStore;
import dev.accounts.jpa.internal.store.JpaOutboxStore;
import dev.accounts.jpa.internal.store.JpaPasskeyStore;
import dev.accounts.jpa.internal.store.JpaRecoveryCodeStore;
import dev.accounts.jpa.internal.store.JpaRoleStore;
import dev.accounts.jpa.internal.store.JpaTokenStore;
import dev.accounts.jpa.internal.store.JpaTotpStore;
import dev.accounts.jpa.internal.store.JpaTownStore;
import dev.accounts.jpa.internal.store.JpaUserStore;
import dev.accounts.jpa.internal.transaction.SqlReads;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.KnownSourceStore;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.OutboxStore;
import dev.accounts.spi.RoleStore;
import dev.accounts.spi.TokenStore;
import dev.accounts.spi.TownStore;
import dev.accounts.spi.UserStore;
import dev.accounts.spi.factor.DerivedTokenStore;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.RecoveryCodeStore;
import dev.accounts.spi.factor.TotpStore;
import java.util.function.Supplier;

/** The stores of {@link JpaAccountStores}, and their unit of work. */
abstract class TransactionalStores implements AccountStores {

    final StoreCalls calls;
    final TableNames tables;
    final SqlReads listings;

    private final JpaUserStore users;
    private final JpaTokenStore tokens;
    private final JpaTownStore towns;
    private final JpaRoleStore roles;
    private final JpaAttemptStore attempts;

    TransactionalStores(StoreCalls calls, TableNames tables, SqlReads listings) {
        this.calls = calls;
        this.tables = tables;
        this.listings = listings;
        this.users = JpaUserStore.in(calls, tables, listings);
        this.tokens = JpaTokenStore.in(calls, tables);
        this.towns = JpaTownStore.in(calls, tables, listings);
        this.roles = JpaRoleStore.in(calls, tables);
        this.attempts = JpaAttemptStore.in(calls, tables);
    }

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
        return new JpaOneTimeTokenStore(calls);
    }

    @Override
    public OutboxStore outbox() {
        return new JpaOutboxStore(calls);
    }

    @Override
    public AttemptStore attempts() {
        return attempts;
    }

    @Override
    public KnownSourceStore knownSources() {
        return new JpaKnownSourceStore(calls);
    }

    @Override
    public DerivedTokenStore derivedTokens() {
        return new JpaDerivedTokenStore(calls);
    }

    @Override
    public TotpStore totp() {
        return new JpaTotpStore(calls);
    }

    @Override
    public RecoveryCodeStore recoveryCodes() {
        return new JpaRecoveryCodeStore(calls);
    }

    @Override
    public PasskeyStore passkeys() {
        return new JpaPasskeyStore(calls);
    }

    @Override
    public <R> R atomically(Supplier<R> work) {
        return calls.atomically(requireNonNull(work, "work"));
    }

    @Override
    public <R> R apart(Supplier<R> work) {
        return calls.apart(requireNonNull(work, "work"));
    }

    @Override
    public <R> R reading(Supplier<R> reads) {
        return calls.reading(requireNonNull(reads, "reads"));
    }

    @Override
    public boolean isUnderWay() {
        return calls.isUnderWay();
    }

    @Override
    public void afterCommit(Runnable action) {
        calls.afterCommit(requireNonNull(action, "action"));
    }
}
