package dev.accounts.testkit;

import static java.util.Objects.requireNonNull;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.http.AccountHttp;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Permission;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A whole account system in memory, ready in one line: {@code TestAccounts accounts = TestAccounts.create();}. Each one has its
 * own data. Thread-safe.
 *
 * <p>It is the real service over {@link InMemoryAccountStores}, a {@link FastPasswordHasher}, a {@link MovableClock} and a
 * {@link SequentialTokenSource}. Fixtures come from the service itself, so that no test relies on a state that the service
 * cannot produce.
 */
public final class TestAccounts {

    /** The password of every user that {@link #registered} registers. */
    public static final String PASSWORD = "correct-Horse-7";

    private final InMemoryAccountStores stores = new InMemoryAccountStores();
    private final MovableClock clock = new MovableClock();
    private final Accounts accounts;
    private final AccountHttp http;

    private TestAccounts(UnaryOperator<AccountsBuilder> settings) {
        this.accounts = settings.apply(Accounts.builder(stores)
                        .passwordHasher(new FastPasswordHasher())
                        .tokenSource(new SequentialTokenSource())
                        .secretCipher(SecretCipher.aesGcm("test", Map.of("test", new byte[32])))
                        .clock(clock))
                .build();
        this.http = AccountHttp.over(accounts);
    }

    /** {@return a system without users and towns} */
    public static TestAccounts create() {
        return create(UnaryOperator.identity());
    }

    /**
     * A system with settings that the test chooses, such as {@code TestAccounts.create(b -> b.withoutThrottle())}.
     *
     * @param settings changes the builder
     * @return the system
     */
    public static TestAccounts create(UnaryOperator<AccountsBuilder> settings) {
        return new TestAccounts(requireNonNull(settings, "settings"));
    }

    /**
     * The account system, as a host gets it from its builder.
     *
     * @return the account system
     */
    public Accounts accounts() {
        return accounts;
    }

    /**
     * The service for the users of the system.
     *
     * @return the service
     */
    public AccountService service() {
        return accounts.service();
    }

    /**
     * The service for staff, over the same accounts.
     *
     * @return the administration
     */
    public AccountAdministration administration() {
        return accounts.administration();
    }

    /**
     * The tasks for the host's scheduler, over the same accounts.
     *
     * @return the maintenance
     */
    public AccountMaintenance maintenance() {
        return accounts.maintenance();
    }

    /**
     * Delivers all messages that are due, as a host's scheduler would.
     *
     * @return the messages in the order in which they were delivered
     */
    public List<AccountMessage> deliver() {
        List<AccountMessage> delivered = new ArrayList<>();
        maintenance().deliver(delivered::add, Integer.MAX_VALUE);
        return delivered;
    }

    /**
     * The HTTP contract over the same service.
     *
     * @return the handler
     */
    public AccountHttp http() {
        return http;
    }

    /**
     * The clock of the service, unless the settings gave it another one.
     *
     * @return the clock
     */
    public MovableClock clock() {
        return clock;
    }

    /**
     * The stores of the service. They also let a test set state that the service never changes.
     *
     * @return the stores
     */
    public InMemoryAccountStores stores() {
        return stores;
    }

    /**
     * Registers a user with {@link #PASSWORD}, without address and towns.
     *
     * @param username the name of the user
     * @return the user
     * @throws InvalidInputException if the service refuses the name
     */
    public User registered(String username) {
        return service().register(Registration.of(requireNonNull(username, "username"), PASSWORD));
    }

    /**
     * Registers a user with {@link #PASSWORD} who has every permission.
     *
     * @param username the name of the user
     * @return the user
     * @throws InvalidInputException if the service refuses the name
     */
    public User superuser(String username) {
        User user = registered(username);
        maintenance().appointSuperuser(user.id());
        return user;
    }

    /**
     * Logs a user in as {@link #loggedIn} does, with the permissions that the test needs, for the requests of a host's own test.
     *
     * @param username the name of the user
     * @param permissions the codes of the permissions that the user has from now on, besides those of groups; they need not exist
     * @return the header {@code Authorization}, such as {@code Token 0123…}
     * @throws InvalidInputException if the service refuses the name, or a user of this name has another password
     */
    public String authorization(String username, String... permissions) {
        String token = loggedIn(username).value();
        Permission[] codes = Stream.of(requireNonNull(permissions, "permissions"))
                .map(code -> stores.roles().ensurePermission(requireNonNull(code, "permissions")))
                .toArray(Permission[]::new);
        stores.update(service().me(token).id(), user -> user.permissions(codes));
        return "Token " + token;
    }

    /**
     * Logs a user in with {@link #PASSWORD}; registers the user first if the name is free.
     *
     * @param username the name of the user
     * @return the token
     * @throws InvalidInputException if the service refuses the name, or a user of this name has another password
     */
    public IssuedToken loggedIn(String username) {
        try {
            return service().login(username, PASSWORD);
        } catch (BadCredentialsException notRegisteredYet) {
            registered(username);
            return service().login(username, PASSWORD);
        }
    }
}
