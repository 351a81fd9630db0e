package dev.accounts.testkit.internal;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of the life contract start from: the three faces with a hasher that counts, a clock that moves and an ear for
 * the messages to this test's own people. The stores may be full of those of others.
 */
public final class LifeFixture {

    public static final String PASSWORD = ServiceFixture.PASSWORD;
    public static final String NEW_PASSWORD = "battery-Staple-9";

    private final Supplier<AccountStores> stores;
    private final String suffix = Suffix.random();
    private final MovableClock clock = new MovableClock();
    private final CountingPasswordHasher hasher = new CountingPasswordHasher(new FastPasswordHasher());
    private UnaryOperator<AccountsBuilder> settings = UnaryOperator.identity();
    private @Nullable Accounts faces;

    public LifeFixture(Supplier<AccountStores> stores) {
        this.stores = stores;
    }

    /** Starts the host again, with other settings. */
    /** Starts the system anew, so that an address must be verified before a login. */
    public void requireVerification() {
        restart(builder -> builder.emails(EmailPolicy.defaults().requireVerification()));
    }

    public synchronized void restart(UnaryOperator<AccountsBuilder> other) {
        settings = other;
        faces = null;
    }

    private synchronized Accounts faces() {
        if (faces == null) {
            AccountsBuilder builder =
                    Accounts.builder(stores()).passwordHasher(hasher).clock(clock);
            faces = settings.apply(builder).build();
        }
        return faces;
    }

    public AccountStores stores() {
        return stores.get();
    }

    public MovableClock clock() {
        return clock;
    }

    public CountingPasswordHasher hasher() {
        return hasher;
    }

    public AccountService service() {
        return faces().service();
    }

    public AccountAdministration administration() {
        return faces().administration();
    }

    public AccountMaintenance maintenance() {
        return faces().maintenance();
    }

    public String unique(String name) {
        return name + suffix;
    }

    public String email(String name) {
        return unique(name) + "@example.org";
    }

    /** A new user with {@link #PASSWORD} and an address. */
    public User registered(String name) {
        return service().register(Registration.of(unique(name), PASSWORD).email(email(name)));
    }

    /** The value of a new token of a user. */
    public String login(String name) {
        return service().login(unique(name), PASSWORD).value();
    }

    /** The value of a token of a new user. */
    public String token(String name) {
        registered(name);
        return login(name);
    }

    /** A new superuser, to act as staff. */
    public long root() {
        long id = registered("root").id();
        maintenance().appointSuperuser(id);
        return id;
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

    public void purge() {
        int gone;
        do {
            gone = maintenance().purge(1000);
        } while (gone > 0);
    }

    /** Delivers what is due; answers with what went to this test's people, in order. */
    public List<AccountMessage> deliver() {
        List<AccountMessage> delivered = new CopyOnWriteArrayList<>();
        deliver(delivered::add);
        return delivered;
    }

    public void deliver(AccountNotifier notifier) {
        maintenance().deliver(own(notifier), Integer.MAX_VALUE);
    }

    /** Hears of nothing but messages to this test's people. */
    public AccountNotifier own(AccountNotifier notifier) {
        return message -> {
            if (message.address().toLowerCase(Locale.ROOT).contains(suffix)) {
                notifier.send(message);
            }
        };
    }

    /** Delivers what is due; answers with the one link among it. */
    public OneTimeToken link(Kind kind) {
        List<OneTimeToken> links = deliver().stream()
                .filter(message -> message.kind() == kind)
                .map(message -> message.token().orElseThrow())
                .toList();
        if (links.size() != 1) {
            throw new AssertionError("not one link of " + kind + ": " + links.size());
        }
        return links.get(0);
    }

    public OneTimeToken resetLink(String name) {
        service().passwords().requestReset(email(name));
        return link(Kind.RESET_PASSWORD);
    }

    public void reset(OneTimeToken link, String password) {
        service().passwords().reset(link.uid(), link.value(), password);
    }

    public OneTimeToken verificationLink(String name) {
        service().emails().requestVerification(email(name));
        return link(Kind.VERIFY_EMAIL);
    }

    public void confirm(OneTimeToken link) {
        service().emails().confirm(link.uid(), link.value());
    }

    /** A new user whose address is verified. */
    public User verified(String name) {
        User user = registered(name);
        confirm(verificationLink(name));
        return user;
    }

    public String line(Kind kind, String name) {
        return kind + " to " + email(name);
    }
}
