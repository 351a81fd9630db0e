package dev.accounts.example.servlet;

import dev.accounts.Accounts;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.net.URI;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MainTest extends AccountHttpContract {

    private static Tomcat tomcat;

    @BeforeAll
    static void start() throws LifecycleException {
        Accounts accounts = Accounts.builder(new InMemoryAccountStores())
                .withoutSourceLimits()
                .build();
        createFixtures(accounts);
        tomcat = Main.started(0, accounts);
    }

    @AfterAll
    static void stop() throws LifecycleException {
        tomcat.stop();
    }

    @Override
    protected URI baseUrl() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort());
    }
}
