package dev.accounts.jpa.database;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;

/**
 * A service over an emptied database, whose statements are noted and fail where a test says so.
 *
 * @param probe where the test looks and meddles
 * @param stores the stores beneath the service
 * @param service the service
 */
public record ProbedAccounts(ProbedDataSource probe, JpaAccountStores stores, AccountService service)
        implements AutoCloseable {

    public static ProbedAccounts on(TestDatabase database) {
        database.empty();
        ProbedDataSource probe = new ProbedDataSource();
        JpaAccountStores stores = JpaAccountStores.over(probe.over(database.pool()));
        AccountService service = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build()
                .service();
        probe.reset();
        return new ProbedAccounts(probe, stores, service);
    }

    @Override
    public void close() {
        stores.close();
    }
}
