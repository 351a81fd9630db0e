package dev.accounts;

import dev.accounts.model.IssuedToken;
import dev.accounts.model.User;
import dev.accounts.model.ViolationMessages;
import java.time.Duration;
import java.time.Instant;

/** A service over stubs, with one town, and the people that most tests need. */
public final class Bench {

    /** Passes every rule for everybody here. */
    public static final String PASSWORD = "xK9#mQ2zvB4!tWr";

    public static final Duration LIFETIME = Duration.ofHours(1);

    public final StubStores stores = new StubStores();
    public final CountingHasher hasher = new CountingHasher();
    public final ViolationMessages messages;
    public final AccountService service;
    public Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");

    public Bench() {
        this(ViolationMessages.english());
    }

    public Bench(ViolationMessages messages) {
        this.messages = messages;
        this.service = builder().build();
        service.towns().create("Perm", "Russia", 56.316666, 58);
    }

    public AccountServiceBuilder builder() {
        return AccountService.builder(stores)
                .passwordHasher(hasher)
                .clock(() -> now)
                .tokens(TokenPolicy.defaults().lifetime(LIFETIME))
                .messages(messages);
    }

    /** Registers somebody with {@link #PASSWORD}. */
    public User registered(String name) {
        return service.register(Registration.of(name, PASSWORD).email(name + "@example.com"));
    }

    /** A token of somebody who is registered with {@link #PASSWORD}. */
    public IssuedToken loggedIn(String name) {
        return service.login(name, PASSWORD);
    }

    /** Forgets what was hashed and looked up so far. */
    public void resetCounters() {
        hasher.hashes = 0;
        hasher.verifications = 0;
        stores.lookUps = 0;
    }
}
