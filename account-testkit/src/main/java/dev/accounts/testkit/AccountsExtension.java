package dev.accounts.testkit;

import dev.accounts.http.AccountHttp;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Injects a new {@link TestAccounts}, or a part of it, into each JUnit test. Declare a parameter of type {@link TestAccounts},
 * {@link AccountService}, {@link AccountHttp}, {@link InMemoryAccountStores} or {@link MovableClock}. Thread-safe.
 *
 * <p>All parameters of one test belong to the same system, whether its constructor, its {@code @BeforeEach} methods or the test
 * itself declare them. The extension injects nothing where tests would share a system, as in {@code @BeforeAll}.
 */
public final class AccountsExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(AccountsExtension.class);

    private static final Map<Class<?>, Function<TestAccounts, Object>> PARTS = Map.of(
            TestAccounts.class, accounts -> accounts,
            AccountService.class, TestAccounts::service,
            AccountHttp.class, TestAccounts::http,
            InMemoryAccountStores.class, TestAccounts::stores,
            MovableClock.class, TestAccounts::clock);

    /** For {@code @ExtendWith(AccountsExtension.class)}. */
    public AccountsExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARTS.containsKey(parameter.getParameter().getType())
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestAccounts accounts = accounts(context.getStore(NAMESPACE));
        return PARTS.getOrDefault(parameter.getParameter().getType(), whole -> whole)
                .apply(accounts);
    }

    /** Uses only what JUnit 5.12 to 6 share; one thread resolves all parameters of a test. */
    private static TestAccounts accounts(Store ofTest) {
        TestAccounts accounts = ofTest.get(TestAccounts.class, TestAccounts.class);
        if (accounts == null) {
            accounts = TestAccounts.create();
            ofTest.put(TestAccounts.class, accounts);
        }
        return accounts;
    }
}
