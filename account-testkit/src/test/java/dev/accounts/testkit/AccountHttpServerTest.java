package dev.accounts.testkit;

import dev.accounts.AccountsBuilder;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class AccountHttpServerTest extends AccountHttpContract {

    private final TestAccounts accounts = TestAccounts.create(AccountsBuilder::withoutSourceLimits);
    private AccountHttpServer server;

    @BeforeEach
    void start() throws IOException {
        createTowns(accounts.service().towns());
        HttpFixtures.addTo(accounts, FIXTURE_PASSWORD);
        server = AccountHttpServer.start(accounts.http());
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
