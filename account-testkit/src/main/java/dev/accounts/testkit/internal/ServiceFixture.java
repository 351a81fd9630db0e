package dev.accounts.testkit.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What the cases of the service contract start from: the real service with a hasher that counts and a clock that moves. */
public final class ServiceFixture {

    public static final String PASSWORD = "correct-Horse-7";

    /** Texts that are no live token. */
    public static final List<String> NO_TOKENS = List.of(
            " ",
            "\0",
            "token",
            "Token 0123456789012345678901234567890123456789",
            "0123456789012345678901234567890123456789",
            "012345678901234567890123456789012345678",
            "01234567890123456789012345678901234567890",
            "g123456789012345678901234567890123456789",
            "٠123456789012345678901234567890123456789",
            "012345678901234567890123456789012345678\n",
            "' or '1' = '1",
            "\uD800",
            "a".repeat(1_000_000));

    private final Supplier<AccountStores> stores;
    private final LongConsumer deactivation;
    private final String suffix = Suffix.random();
    private final MovableClock clock = new MovableClock();
    private final CountingPasswordHasher hasher = new CountingPasswordHasher(new FastPasswordHasher());
    private @Nullable AccountService service;

    public ServiceFixture(Supplier<AccountStores> stores, LongConsumer deactivation) {
        this.stores = stores;
        this.deactivation = deactivation;
    }

    public AccountStores stores() {
        return stores.get();
    }

    public void deactivate(long userId) {
        deactivation.accept(userId);
    }

    public MovableClock clock() {
        return clock;
    }

    public CountingPasswordHasher hasher() {
        return hasher;
    }

    public AccountsBuilder builder() {
        return Accounts.builder(stores()).passwordHasher(hasher).clock(clock);
    }

    /** One for all calls, as in a host: attempts of one node take turns. */
    public synchronized AccountService service() {
        if (service == null) {
            service = builder().build().service();
        }
        return service;
    }

    public AccountService service(PasswordHasher other) {
        return builder().passwordHasher(other).build().service();
    }

    public String unique(String name) {
        return name + suffix;
    }

    public String email(String name) {
        return unique(name) + "@example.org";
    }

    /** A registration that nothing is wrong with. */
    public Registration registration(String name) {
        return Registration.of(unique(name), PASSWORD).email(email(name));
    }

    public User registered(String name) {
        return service().register(registration(name));
    }

    public IssuedToken login(String name) {
        return service().login(unique(name), PASSWORD);
    }

    /** The value of a token of a new user. */
    public String token(String name) {
        registered(name);
        return login(name).value();
    }

    /** What a registration is refused for, each as {@code field: code}. */
    public List<String> violations(Registration registration) {
        return violations(() -> service().register(registration));
    }

    public static List<String> violations(ThrowingCallable call) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, call);
        if (refusal == null) {
            throw new AssertionError("not refused");
        }
        return codes(refusal);
    }

    public static List<String> codes(InvalidInputException refusal) {
        return refusal.violations().stream()
                .map(violation -> violation.field() + ": " + violation.code())
                .toList();
    }

    public static NotAuthenticatedException.Reason refusal(ThrowingCallable call) {
        NotAuthenticatedException refusal = catchThrowableOfType(NotAuthenticatedException.class, call);
        if (refusal == null) {
            throw new AssertionError("not refused");
        }
        return refusal.reason();
    }
}
