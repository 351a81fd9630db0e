package dev.accounts.jpa;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.AccountHttpServer;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** The recorded cases over HTTP, answered from each database. */
@OnEachDatabase
class JpaHttpTest extends AccountHttpContract {

    @Parameter
    TestDatabase database;

    private AccountHttpServer server;

    @BeforeEach
    void start() throws IOException {
        // The cases name towns by the ids that they have in a new database.
        database.empty();
        database.restartTownIds();
        Accounts system = Accounts.builder(database.stores())
                .passwordHasher(new FastPasswordHasher())
                .withoutSourceLimits()
                .build();
        AccountService accounts = system.service();
        createTowns(accounts.towns());
        database.deactivate(register(accounts, "inactive", "in@x.org"));
        system.maintenance().appointSuperuser(register(accounts, "root", "root@x.org"));
        server = AccountHttpServer.start(AccountHttp.over(system));
    }

    private static long register(AccountService accounts, String username, String email) {
        return accounts.register(Registration.of(username, FIXTURE_PASSWORD).email(email))
                .id();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected URI baseUrl() {
        return server.baseUrl();
    }
}
