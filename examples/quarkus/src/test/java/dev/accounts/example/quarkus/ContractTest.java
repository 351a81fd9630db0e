package dev.accounts.example.quarkus;

import dev.accounts.Accounts;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class ContractTest extends AccountHttpContract {

    @Inject
    Accounts accounts;

    @TestHTTPResource
    URI url;

    @BeforeEach
    void createFixtures() {
        createFixtures(accounts);
    }

    @Override
    protected URI baseUrl() {
        return URI.create("http://" + url.getAuthority());
    }
}
