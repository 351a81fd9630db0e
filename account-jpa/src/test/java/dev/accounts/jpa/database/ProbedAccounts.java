package dev.accounts.jpa.database;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;

/**
 * A service over an emptied database, whose statements are recorded and fail where a test says so. The stores are those of the
 * database: making their persistence unit takes longer than most tests.
 *
 * @param probe where the test looks and meddles
 * @param stores the stores beneath the service
 * @param service the service
 */
public record ProbedAccounts(ProbedDataSource probe, JpaAccountStores stores, AccountService service) {

    public static ProbedAccounts on(TestDatabase database) {
        database.empty();
        // The test before may have left a fault, which the stores would meet when they are made.
        database.probe().reset();
        JpaAccountStores stores = database.probedStores();
        AccountService service = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build()
                .service();
        database.probe().reset();
        return new ProbedAccounts(database.probe(), stores, service);
    }
}
