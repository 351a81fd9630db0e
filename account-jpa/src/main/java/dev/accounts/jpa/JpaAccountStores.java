package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.store.JpaAttemptStore;
import dev.accounts.jpa.internal.store.JpaAuditStore;
import dev.accounts.jpa.internal.store.JpaKnownSourceStore;
import dev.accounts.jpa.internal.store.JpaOneTimeTokenStore;
import dev.accounts.jpa.internal.store.JpaOutboxStore;
import dev.accounts.jpa.internal.store.JpaRoleStore;
import dev.accounts.jpa.internal.store.JpaTokenStore;
import dev.accounts.jpa.internal.store.JpaTownStore;
import dev.accounts.jpa.internal.store.JpaUserStore;
import dev.accounts.jpa.internal.transaction.SeamCheck;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.StorageException;
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
public final class JpaAccountStores extends TransactionalStores implements AutoCloseable {

    private final JpaUserStore users;
    private final JpaTokenStore tokens;
    private final JpaRoleStore roles;
    private final JpaAttemptStore attempts;
    private final Runnable onClose;

    private JpaAccountStores(StoreCalls calls, boolean checked, Runnable onClose) {
        super(calls);
        TableNames tables = Opening.tables(calls, checked, onClose);
        this.onClose = onClose;
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
     * @throws IllegalStateException if Hibernate is missing, or the tables do not fit the stores; the message says what to do
     * @throws StorageException if the database cannot be reached; the cause is that of {@code dataSource}
     */
    public static JpaAccountStores over(DataSource dataSource) {
        return over(dataSource, true);
    }

    /**
     * {@return stores that {@link #over} would open, but no table is looked at: for a host whose tables come later}
     *
     * @param dataSource supplies the connections, preferably from a pool; the host closes it
     */
    public static JpaAccountStores overUnchecked(DataSource dataSource) {
        return over(dataSource, false);
    }

    private static JpaAccountStores over(DataSource dataSource, boolean checked) {
        EntityManagerFactory unit = Opening.ownUnit(requireNonNull(dataSource, "dataSource"), checked);
        return new JpaAccountStores(StoreCalls.apartFromHost(AccountTransactions.local(unit)), checked, unit::close);
    }

    /**
     * Opens stores in the host's persistence unit, with their own transactions. The unit must list the mapping file
     * {@code META-INF/account-orm.xml}.
     *
     * @param unit the host's resource-local persistence unit; the host closes it
     * @return the stores
     * @throws IllegalStateException if the unit or the tables do not fit the stores; the message says what to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores sharing(EntityManagerFactory unit) {
        AccountTransactions transactions = AccountTransactions.local(requireNonNull(unit, "unit"));
        return new JpaAccountStores(StoreCalls.apartFromHost(transactions), true, () -> {});
    }

    /**
     * Opens stores that take part in the host's transactions: a rollback of the host undoes their changes too. The
     * host's persistence unit must list the mapping file {@code META-INF/account-orm.xml}.
     *
     * @param transactions runs work in the host's transactions
     * @return the stores
     * @throws IllegalStateException if the unit, the tables or {@link AccountTransactions#isUnderWay} do not fit the stores; the
     *     message says what to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores within(AccountTransactions transactions) {
        return within(transactions, true);
    }

    /**
     * {@return stores that {@link #within} would open, but no table is looked at: for a host whose tables come later}
     *
     * @param transactions runs work in the host's transactions
     */
    public static JpaAccountStores withinUnchecked(AccountTransactions transactions) {
        return within(transactions, false);
    }

    private static JpaAccountStores within(AccountTransactions transactions, boolean checked) {
        StoreCalls calls = StoreCalls.withinHost(requireNonNull(transactions, "transactions"));
        JpaAccountStores stores = new JpaAccountStores(calls, checked, () -> {});
        if (checked) {
            SeamCheck.require(transactions, calls);
        }
        return stores;
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

    /**
     * Closes the persistence unit if the stores built it; a unit or data source of the host stays open. Later calls throw
     * {@link StorageException}.
     */
    @Override
    public void close() {
        onClose.run();
    }
}
