package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.store.JpaAuditStore;
import dev.accounts.jpa.internal.transaction.ReplicaReads;
import dev.accounts.jpa.internal.transaction.SeamCheck;
import dev.accounts.jpa.internal.transaction.SqlReads;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.StorageException;
import dev.accounts.spi.AuditStore;
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

    private final Runnable onClose;

    private JpaAccountStores(StoreCalls calls, boolean checked, Runnable onClose) {
        this(calls, Opening.tables(calls, checked, onClose), calls, onClose);
    }

    private JpaAccountStores(StoreCalls calls, TableNames tables, SqlReads listings, Runnable onClose) {
        super(calls, tables, listings);
        this.onClose = onClose;
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
        return new JpaAccountStores(StoreCalls.over(dataSource, unit), checked, unit::close);
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

    /**
     * Returns these stores with a replica for the reads on which no decision hangs: {@link UserStore#search} and {@link
     * TownStore#search}, by which staff look for users and towns, and {@link AuditStore#list} of {@link #audit()}. Their answers
     * are as old as the replica is behind. Every other read stays with the primary. So do these three in a transaction of the host
     * or in a unit of work, which must see its own changes.
     *
     * <p>The replica is read through plain JDBC. A connection is read-only for the time of the read, and is given back as it was.
     * The replica is not asked before the first read, so it may be down when the application starts.
     *
     * <p>If the replica fails, these reads fail: with {@link StorageException} and the outcome {@code UNCHANGED}, after up to three
     * attempts. The primary does not stand in, because it would get the load that it was to be spared. Nothing else is affected.
     *
     * @param replica supplies connections to a database with the same tables under the same names, preferably from a pool of its
     *     own; the host closes it
     * @return stores over the same persistence unit and in the same units of work as these; to close one closes the other
     * @throws NullPointerException if {@code replica} is null
     */
    public JpaAccountStores readReplica(DataSource replica) {
        SqlReads listings = new ReplicaReads(calls, requireNonNull(replica, "replica"));
        return new JpaAccountStores(calls, tables, listings, onClose);
    }

    /**
     * Returns the audit store, for hosts that keep events in a table.
     *
     * @return the store of the table {@code account_audit}
     */
    public AuditStore audit() {
        return JpaAuditStore.in(calls, tables, listings);
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
