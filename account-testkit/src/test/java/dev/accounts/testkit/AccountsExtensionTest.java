package dev.accounts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.AccountHttp;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AccountsExtension.class)
class AccountsExtensionTest {

    private final TestAccounts ofConstructor;

    AccountsExtensionTest(TestAccounts accounts) {
        ofConstructor = accounts;
    }

    @BeforeEach
    void register(AccountService service, TestAccounts accounts) {
        assertThat(accounts.service()).isSameAs(service);
        accounts.registered("ana");
    }

    @RepeatedTest(2)
    void gives_each_test_a_system_of_its_own(TestAccounts accounts) {
        assertThat(accounts.registered("bob").id()).isEqualTo(2);
    }

    @Test
    void gives_all_parts_of_one_system(
            TestAccounts accounts,
            AccountService service,
            AccountHttp http,
            InMemoryAccountStores stores,
            MovableClock clock) {
        assertThat(accounts).isSameAs(ofConstructor);
        assertThat(accounts.service()).isSameAs(service);
        assertThat(accounts.http()).isSameAs(http);
        assertThat(accounts.stores()).isSameAs(stores);
        assertThat(accounts.clock()).isSameAs(clock);
    }
}
