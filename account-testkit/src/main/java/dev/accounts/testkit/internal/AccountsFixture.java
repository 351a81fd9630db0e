package dev.accounts.testkit.internal;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.MovableClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One account system over the stores under test: its hasher counts, its clock moves, and its listener records events after each
 * commit. The stores may hold the accounts of other tests, so the fixture gives its own users unique names.
 */
public final class AccountsFixture {

    public static final String PASSWORD = "correct-Horse-7";
    public static final String NEW_PASSWORD = "battery-Staple-9";
    public static final String WRONG_PASSWORD = "wrong-Horse-9";

    private final Supplier<AccountStores> stores;
    private final LongConsumer deactivation;
    private final String suffix = UniqueNames.suffix();
    private final MovableClock clock = new MovableClock();
    private final ScriptedPasswordHasher hasher = new ScriptedPasswordHasher();
    private final List<AccountEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private UnaryOperator<AccountsBuilder> settings = UnaryOperator.identity();
    private @Nullable Accounts accounts;
    private @Nullable Long root;

    public AccountsFixture(Supplier<AccountStores> stores) {
        this.stores = stores;
        this.deactivation = id -> administration().setActive(root(), id, false);
    }

    public AccountsFixture(Supplier<AccountStores> stores, LongConsumer deactivation) {
        this.stores = stores;
        this.deactivation = deactivation;
    }

    public AccountStores stores() {
        return stores.get();
    }

    public MovableClock clock() {
        return clock;
    }

    public ScriptedPasswordHasher hasher() {
        return hasher;
    }

    /** The events after commits since the last call of this method. */
    public List<AccountEvent> heard() {
        synchronized (heard) {
            List<AccountEvent> events = List.copyOf(heard);
            heard.clear();
            return events;
        }
    }

    /** Starts another node of the system: it shares the stores, the clock and the hasher, and nothing else. */
    public AccountsBuilder builder() {
        return Accounts.builder(stores())
                .passwordHasher(hasher)
                .clock(clock)
                .secretCipher(FactorFixture.CIPHER)
                .listenAfterCommit(heard::add);
    }

    /** Restarts the host with other settings. */
    public synchronized void restart(UnaryOperator<AccountsBuilder> other) {
        settings = other;
        accounts = null;
    }

    /** Restarts the host so that users must verify their address before they log in. */
    public void requireVerification() {
        restart(builder -> builder.emails(EmailPolicy.defaults().requireVerification()));
    }

    /** The one node that all calls of a test share, as in a host: attempts for one name queue there. */
    private synchronized Accounts accounts() {
        if (accounts == null) {
            accounts = settings.apply(builder()).build();
        }
        return accounts;
    }

    public AccountService service() {
        return accounts().service();
    }

    public AccountAdministration administration() {
        return accounts().administration();
    }

    public AccountMaintenance maintenance() {
        return accounts().maintenance();
    }

    public Mail mail() {
        return new Mail(this);
    }

    public FactorFixture factors() {
        return new FactorFixture(this);
    }

    public Staff staff() {
        return new Staff(this);
    }

    public String unique(String name) {
        return name + suffix;
    }

    public String email(String name) {
        return unique(name) + "@example.org";
    }

    public Registration registration(String name) {
        return Registration.of(unique(name), PASSWORD).email(email(name));
    }

    public User registered(String name) {
        return service().register(registration(name));
    }

    public IssuedToken loggedIn(String name) {
        return service().login(unique(name), PASSWORD);
    }

    public String login(String name) {
        return loggedIn(name).value();
    }

    /** The value of a token of a new user. */
    public String token(String name) {
        registered(name);
        return login(name);
    }

    /** Registers a user and verifies the address. */
    public User verified(String name) {
        User user = registered(name);
        mail().confirm(mail().verificationLink(name));
        return user;
    }

    public User user(long id) {
        return stores().users().find(id).orElseThrow(() -> new AssertionError("there is no user " + id));
    }

    public synchronized long root() {
        root = root == null ? superuser("root") : root;
        return root;
    }

    public long superuser(String name) {
        return staff().superuser(name);
    }

    /** Makes a user inactive, either by a staff actor or by the means of the adapter's test. */
    public void deactivate(long userId) {
        deactivation.accept(userId);
    }

    public boolean isLive(String token) {
        try {
            service().me(token);
            return true;
        } catch (NotAuthenticatedException refused) {
            return false;
        }
    }

    public boolean canLogIn(String username, String password) {
        try {
            service().login(username, password);
            return true;
        } catch (BadCredentialsException refused) {
            return false;
        }
    }
}
