package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.schema.SchemaCheck;
import dev.accounts.jpa.internal.store.EffectiveQuery;
import dev.accounts.jpa.internal.store.JpaAttemptStore;
import dev.accounts.jpa.internal.store.JpaAuditStore;
import dev.accounts.jpa.internal.store.JpaOneTimeTokenStore;
import dev.accounts.jpa.internal.store.JpaOutboxStore;
import dev.accounts.jpa.internal.store.JpaRoleStore;
import dev.accounts.jpa.internal.store.JpaTokenStore;
import dev.accounts.jpa.internal.store.JpaTownStore;
import dev.accounts.jpa.internal.store.JpaUserStore;
import dev.accounts.jpa.internal.store.UserQuery;
import dev.accounts.jpa.internal.transaction.OwnTransactions;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.AuditStore;
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
 * The stores of accounts in a relational database: the door of this module. Thread-safe.
 *
 * <p>There are three ways in: over a {@link DataSource}, for hosts without persistence units; over the host's
 * {@link EntityManagerFactory}; and inside the host's transactions. Each checks the tables once, when it is opened, and
 * changes none of them. Errors of the database become {@link dev.accounts.model.StorageException}; except while a transaction
 * of the host is under way, an attempt that the database certainly undid is made up to three times (deadlock, serialization failure,
 * lock timeout, a key that somebody else was first with, a connection lost before the commit).
 */
public final class JpaAccountStores implements AccountStores, AutoCloseable {

    private final StoreCalls calls;
    private final JpaUserStore users;
    private final JpaTokenStore tokens;
    private final JpaRoleStore roles;
    private final Runnable onClose;

    private JpaAccountStores(StoreCalls calls, Runnable onClose) {
        this.calls = calls;
        this.onClose = onClose;
        new SchemaCheck(calls).require();
        TableNames tables = calls.read(TableNames::of);
        this.users = new JpaUserStore(calls, UserQuery.in(tables));
        this.tokens = JpaTokenStore.in(calls, tables);
        this.roles = new JpaRoleStore(calls, EffectiveQuery.in(tables));
    }

    /**
     * Stores with a persistence unit and transactions of their own.
     *
     * @param dataSource where connections come from, best a pool; it stays the host's to close
     * @return the stores; close them when the application ends
     * @throws IllegalStateException if the persistence unit or the tables cannot serve the stores; the message says what to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores over(DataSource dataSource) {
        EntityManagerFactory unit = OwnPersistenceUnit.over(requireNonNull(dataSource, "dataSource"));
        try {
            return new JpaAccountStores(StoreCalls.apartFromHost(new OwnTransactions(unit)), unit::close);
        } catch (RuntimeException e) {
            unit.close();
            throw e;
        }
    }

    /**
     * Stores in the host's persistence unit, with transactions of their own. The unit must hold the mapping file
     * {@code META-INF/account-orm.xml}.
     *
     * @param unit the host's resource-local persistence unit; it stays the host's to close
     * @return the stores
     * @throws IllegalStateException if the persistence unit or the tables cannot serve the stores; the message says what to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores sharing(EntityManagerFactory unit) {
        OwnTransactions transactions = new OwnTransactions(requireNonNull(unit, "unit"));
        return new JpaAccountStores(StoreCalls.apartFromHost(transactions), () -> {});
    }

    /**
     * Stores that take part in the host's transactions: what they change goes when the host rolls back. The host's
     * persistence unit must hold the mapping file {@code META-INF/account-orm.xml}.
     *
     * @param transactions the seam to the host's transactions
     * @return the stores
     * @throws IllegalStateException if the persistence unit or the tables cannot serve the stores; the message says what to do
     * @throws StorageException if the database cannot be reached
     */
    public static JpaAccountStores within(AccountTransactions transactions) {
        return new JpaAccountStores(StoreCalls.withinHost(requireNonNull(transactions, "transactions")), () -> {});
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
        return new JpaAttemptStore(calls);
    }

    /**
     * What happened to the accounts, for hosts that want it in a table.
     *
     * @return the store of the audit table
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
    public void afterCommit(Runnable action) {
        calls.afterCommit(requireNonNull(action, "action"));
    }

    /** Closes the persistence unit if it is the stores' own; what the host gave stays open. */
    @Override
    public void close() {
        onClose.run();
    }
}
