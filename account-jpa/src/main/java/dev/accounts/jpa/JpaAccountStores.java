package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.schema.SchemaCheck;
import dev.accounts.jpa.internal.store.JpaAttemptStore;
import dev.accounts.jpa.internal.store.JpaAuditStore;
import dev.accounts.jpa.internal.store.JpaKnownSourceStore;
import dev.accounts.jpa.internal.store.JpaOneTimeTokenStore;
import dev.accounts.jpa.internal.store.JpaOutboxStore;
import dev.accounts.jpa.internal.store.JpaRoleStore;
import dev.accounts.jpa.internal.store.JpaTokenStore;
import dev.accounts.jpa.internal.store.JpaTownStore;
import dev.accounts.jpa.internal.store.JpaUserStore;
import dev.accounts.jpa.internal.transaction.OwnTransactions;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.AuditStore;
import dev.accounts.spi.KnownSourceStore;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.OutboxStore;
import dev.accounts.spi.RoleStore;
import dev.accounts.spi.TokenStore;
import dev.accounts.spi.TownStore;
import dev.accounts.spi.UserStore;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Stores accounts in a relational database. Thread-safe.
 *
 * <p>A host opens the stores in one of three ways: {@link #over} a {@link DataSource} if it has no persistence unit,
 * {@link #sharing} its {@link EntityManagerFactory}, or {@link #within} its own transactions. Opening them checks the
 * tables and changes none of them.
 *
 * <p>Errors of the database become {@link StorageException}. Outside a transaction of the host, a call that the
 * database certainly rolled back is attempted up to three times: after a deadlock, a serialization failure, a lock
 * timeout, a violated key, or a connection lost before the commit.
 */
public final class JpaAccountStores implements AccountStores, AutoCloseable {

    private final StoreCalls calls;
    private final JpaUserStore users;
    private final JpaTokenStore tokens;
    private final JpaRoleStore roles;
    private final JpaAttemptStore attempts;
    private final Runnable onClose;

    private JpaAccountStores(StoreCalls calls, Runnable onClose) {
        this.calls = calls;
        this.onClose = onClose;
        TableNames tables = calls.read(TableNames::of);
        this.users = JpaUserStore.in(calls, tables);
        this.tokens = JpaTokenStore.in(calls, tables);
        this.roles = JpaRoleStore.in(calls, tables);
        this.attempts = JpaAttemptStore.in(calls, tables);
    }

    /**
     * Opens stores with their own persistence unit and transactions.
     *
     * @param dataSource supplies the connections, preferably from a pool; the host closes it
     * @return the stores; close them when the application ends
     * @throws IllegalStateException if the persistence unit or the tables do not fit the stores; the message says what
     *     to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores over(DataSource dataSource) {
        JpaAccountStores stores = overUnchecked(dataSource);
        try {
            return stores.checked();
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    /**
     * Opens stores as {@link #over} does, but looks at no table: for a host whose tables come later. A call before they are there
     * throws {@link StorageException}.
     *
     * @param dataSource supplies the connections, preferably from a pool; the host closes it
     * @return the stores; close them when the application ends
     */
    public static JpaAccountStores overUnchecked(DataSource dataSource) {
        EntityManagerFactory unit = OwnPersistenceUnit.over(requireNonNull(dataSource, "dataSource"));
        return new JpaAccountStores(StoreCalls.apartFromHost(new OwnTransactions(unit)), unit::close);
    }

    /**
     * Opens stores in the host's persistence unit, with their own transactions. The unit must list the mapping file
     * {@code META-INF/account-orm.xml}.
     *
     * @param unit the host's resource-local persistence unit; the host closes it
     * @return the stores
     * @throws IllegalStateException if the persistence unit or the tables do not fit the stores; the message says what
     *     to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores sharing(EntityManagerFactory unit) {
        OwnTransactions transactions = new OwnTransactions(requireNonNull(unit, "unit"));
        return new JpaAccountStores(StoreCalls.apartFromHost(transactions), () -> {}).checked();
    }

    /**
     * Opens stores that take part in the host's transactions: a rollback of the host undoes their changes too. The
     * host's persistence unit must list the mapping file {@code META-INF/account-orm.xml}.
     *
     * @param transactions runs work in the host's transactions
     * @return the stores
     * @throws IllegalStateException if the persistence unit or the tables do not fit the stores; the message says what
     *     to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores within(AccountTransactions transactions) {
        return withinUnchecked(transactions).checked();
    }

    /**
     * Opens stores as {@link #within} does, but looks at no table: for a host whose tables come later. A call before they are there
     * throws {@link StorageException}.
     *
     * @param transactions runs work in the host's transactions
     * @return the stores
     */
    public static JpaAccountStores withinUnchecked(AccountTransactions transactions) {
        return new JpaAccountStores(StoreCalls.withinHost(requireNonNull(transactions, "transactions")), () -> {});
    }

    private JpaAccountStores checked() {
        new SchemaCheck(calls).require();
        return this;
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
        return new JpaTownStore(calls);
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

    /**
     * Returns the audit store, for hosts that keep events in a table.
     *
     * @return the store of the table {@code account_audit}
     */
    public AuditStore audit() {
        return new JpaAuditStore(calls);
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

    /** Closes the persistence unit if the stores built it; a unit or data source of the host stays open. */
    @Override
    public void close() {
        onClose.run();
    }
}
