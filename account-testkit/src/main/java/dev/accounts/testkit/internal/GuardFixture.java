package dev.accounts.testkit.internal;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Permission;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of administration and protection start from: all faces of one system, whose hasher counts, whose clock moves
 * and whose listener notes down what it hears after commits.
 */
public final class GuardFixture {

    public static final String PASSWORD = "correct-Horse-7";
    public static final String NEW_PASSWORD = "another-Horse-8";
    public static final String WRONG_PASSWORD = "wrong-Horse-9";

    private final Supplier<AccountStores> stores;
    private final String suffix = Suffix.random();
    private final MovableClock clock = new MovableClock();
    private final CountingPasswordHasher hasher = new CountingPasswordHasher(new FastPasswordHasher());
    private final List<AccountEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private @Nullable Accounts faces;
    private @Nullable Long root;

    public GuardFixture(Supplier<AccountStores> stores) {
        this.stores = stores;
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

    /** What the listeners of all faces heard since this was last asked. */
    public List<AccountEvent> heard() {
        synchronized (heard) {
            List<AccountEvent> events = List.copyOf(heard);
            heard.clear();
            return events;
        }
    }

    /** A node of the system: its faces share nothing with those of another builder but the stores. */
    public AccountsBuilder builder() {
        return Accounts.builder(stores()).passwordHasher(hasher).clock(clock).listenAfterCommit(heard::add);
    }

    synchronized Accounts faces() {
        if (faces == null) {
            faces = builder().build();
        }
        return faces;
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

    public User registered(String name) {
        return service().register(Registration.of(unique(name), PASSWORD).email(email(name)));
    }

    /** The value of a token of a registered user. */
    public String login(String name) {
        return service().login(unique(name), PASSWORD).value();
    }

    /** The value of a token of a new user. */
    public String token(String name) {
        registered(name);
        return login(name);
    }

    public User user(long id) {
        return stores().users().find(id).orElseThrow(() -> new AssertionError("the user is gone"));
    }

    /** A user whose address is verified. */
    public User verified(String name) {
        User user = registered(name);
        service().emails().requestVerification(user.email());
        OneTimeToken link = link(user.id());
        service().emails().confirm(link.uid(), link.value());
        return user;
    }

    /** A superuser, the same at every call. */
    public synchronized long root() {
        if (root == null) {
            root = superuser("root");
        }
        return root;
    }

    public long superuser(String name) {
        long id = registered(name).id();
        maintenance().appointSuperuser(id);
        return id;
    }

    /** A new member of staff with some permissions. */
    public long staff(String name, String... permissions) {
        long id = registered(name).id();
        administration().setStaff(root(), id, true);
        administration()
                .setPermissions(
                        root(),
                        id,
                        Stream.of(permissions)
                                .map(this::permission)
                                .map(Permission::id)
                                .toList());
        return id;
    }

    public Permission permission(String code) {
        return administration().roles().ensurePermission(root(), code);
    }

    public void deactivate(long userId) {
        administration().setActive(root(), userId, false);
    }

    /** Delivers what is due, that of other tests included. */
    public List<AccountMessage> messages(long userId) {
        List<AccountMessage> delivered = new ArrayList<>();
        maintenance().deliver(delivered::add, Integer.MAX_VALUE);
        return delivered.stream().filter(message -> message.userId() == userId).toList();
    }

    /** The newest link that waits to be mailed. */
    public OneTimeToken link(long userId) {
        return messages(userId).stream()
                .flatMap(message -> message.token().stream())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("there is no link"));
    }

    /** Removes all that is of no use, that of other tests included. */
    public static void purge(AccountMaintenance maintenance) {
        int gone;
        do {
            gone = maintenance.purge(1000);
        } while (gone > 0);
    }
}
