package dev.accounts.jpa.database;

import dev.accounts.service.AccountService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A test on each database that looks at the statements of a service, or lets them fail. */
@OnEachDatabase
public abstract class ProbedTest {

    @Parameter
    protected TestDatabase database;

    protected ProbedAccounts probed;
    protected ProbedDataSource probe;
    protected AccountService accounts;

    @BeforeEach
    void open() {
        probed = ProbedAccounts.on(database);
        probe = probed.probe();
        accounts = probed.service();
    }
}
