package dev.accounts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.accounts.Accounts;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RecurringTaskTest {

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final TestAccounts accounts =
            TestAccounts.create(builder -> builder.tokens(TokenPolicy.defaults().lifetime(LIFETIME)));
    private final List<AccountMessage> sent = new ArrayList<>();
    private final Runnable task = accounts.maintenance().recurring(sent::add);

    private void expireToken() {
        accounts.loggedIn("ana");
        accounts.clock().advance(LIFETIME);
    }

    private int tokens() {
        return accounts.stores().tokens().list(1).size();
    }

    @Test
    void delivers_at_each_run() {
        accounts.service()
                .register(Registration.of("ana", TestAccounts.PASSWORD).email("ana@x.org"));
        task.run();
        accounts.service().passwords().requestReset("ana@x.org");

        task.run();

        assertThat(sent).extracting(AccountMessage::kind).containsExactly(AccountMessage.Kind.RESET_PASSWORD);
    }

    @Test
    void purges_at_the_first_run_and_then_once_in_ten_minutes() {
        expireToken();
        task.run();
        assertThat(tokens()).isZero();

        expireToken();
        task.run();
        assertThat(tokens()).isEqualTo(1);

        accounts.clock().advance(Duration.ofMinutes(9));
        task.run();
        assertThat(tokens()).isZero();
    }

    @Test
    void purges_after_the_clock_was_set_back() {
        task.run();
        accounts.clock().set(accounts.clock().instant().minus(Duration.ofDays(1)));
        expireToken();

        task.run();

        assertThat(tokens()).isZero();
    }

    @Test
    void goes_on_after_a_failure_of_the_store() {
        AtomicBoolean broken = new AtomicBoolean();
        InMemoryAccountStores stores = new InMemoryAccountStores();
        AccountStores failing = (AccountStores) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AccountStores.class}, (proxy, method, given) -> {
                    if (broken.get()) {
                        throw new StorageException(StorageException.Outcome.UNCHANGED, new IllegalStateException());
                    }
                    return method.invoke(stores, given);
                });
        Accounts system = Accounts.builder(failing)
                .passwordHasher(new FastPasswordHasher())
                .build();
        Runnable repeated = system.maintenance().recurring(sent::add);
        system.service().register(Registration.of("ana", TestAccounts.PASSWORD).email("ana@x.org"));
        system.service().passwords().requestReset("ana@x.org");

        broken.set(true);
        assertThatNoException().isThrownBy(repeated::run);
        broken.set(false);
        repeated.run();

        assertThat(sent).hasSize(1);
    }
}
