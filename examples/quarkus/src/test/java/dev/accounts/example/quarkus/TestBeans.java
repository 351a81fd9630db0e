package dev.accounts.example.quarkus;

import dev.accounts.Accounts;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.FastPasswordHasher;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The same account system, without the price of hashes and without limits by source: all tests have one address. */
class TestBeans {

    @Mock
    @Produces
    @Singleton
    Accounts accounts(AccountStores stores) {
        return Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .withoutSourceLimits()
                .build();
    }
}
