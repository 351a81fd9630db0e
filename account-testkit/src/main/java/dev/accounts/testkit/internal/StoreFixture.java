package dev.accounts.testkit.internal;

import dev.accounts.model.AuthToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.model.factor.Authentication;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.spi.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Users, towns and tokens for the store contracts, with names unique to the test. */
public final class StoreFixture {

    public static final Instant JOINED = Instant.parse("2026-01-02T03:04:05.678901Z");
    public static final String HASH = "hash$Of/the+Password=";

    /** More tokens than a case issues to one user, except for the cases about the maximum. */
    public static final int MAX_TOKENS = 1000;

    private final Supplier<AccountStores> stores;
    private final LongConsumer deactivation;
    private final String suffix = UniqueNames.suffix();

    public StoreFixture(Supplier<AccountStores> stores, LongConsumer deactivation) {
        this.stores = stores;
        this.deactivation = deactivation;
    }

    /** For contracts that never call {@link #deactivate}. */
    public StoreFixture(Supplier<AccountStores> stores) {
        this(stores, id -> {
            throw new UnsupportedOperationException("deactivate");
        });
    }

    public AccountStores stores() {
        return stores.get();
    }

    public void deactivate(long userId) {
        deactivation.accept(userId);
    }

    /** The name with an ending that is unique to the test. */
    public String unique(String name) {
        return name + suffix;
    }

    public String email(String name) {
        return unique(name) + "@example.org";
    }

    public Claim claim(String name, Long... towns) {
        return Claim.of(Optional.of(unique(name)), Optional.of(email(name)), List.of(towns));
    }

    public Claim usernameClaim(String usernameKey) {
        return Claim.of(Optional.of(usernameKey), Optional.empty(), List.of());
    }

    /** A user whose username and address equal their keys. */
    public NewUser newUser(String name, Long... towns) {
        return newUser(claim(name, towns));
    }

    public NewUser newUser(Claim claim) {
        return new NewUser(claim.usernameKey().orElseThrow(), claim.emailKey().orElse(""), claim, HASH, JOINED);
    }

    public Insertion insert(Claim claim) {
        return stores().users().insert(newUser(claim));
    }

    /** Inserts a user without conflicts. */
    public long inserted(NewUser user) {
        Insertion insertion = stores().users().insert(user);
        if (insertion instanceof Insertion.Stored stored) {
            return stored.id();
        }
        throw new AssertionError("not stored: " + insertion);
    }

    public long inserted(String name, Long... towns) {
        return inserted(newUser(name, towns));
    }

    public static Insertion refused(boolean usernameTaken, boolean emailTaken, Long... unknownTowns) {
        return new Insertion.Refused(Conflicts.of(usernameTaken, emailTaken, List.of(unknownTowns)));
    }

    public Town town(String name) {
        return stores().towns().insert(new NewTown(name, "Russia", 56.316666, 58.0));
    }

    public User user(long id) {
        return stores().users().find(id).orElseThrow(() -> new AssertionError("no user " + id));
    }

    /** The stored state of a user, who must exist. */
    public StoredUser read(long id) {
        return stores().users().read(UserKey.id(id)).orElseThrow(() -> new AssertionError("no user " + id));
    }

    /** Sets the flags of a user; no other thread may change the user meanwhile. */
    public void flag(long id, boolean active, boolean staff, boolean superuser) {
        if (!stores().users().replace(read(id).withFlags(new StoredUser.Flags(active, staff, superuser)))) {
            throw new AssertionError("changed meanwhile: " + id);
        }
    }

    public Optional<StoredUser> credentials(String name) {
        return stores().users().read(UserKey.username(unique(name)));
    }

    public TokenDigest digest(String name) {
        return TokenDigest.of(unique(name));
    }

    public AuthToken token(String name, long userId, Instant createdAt) {
        return token(name, userId, createdAt, Optional.of(createdAt.plusSeconds(60)));
    }

    public AuthToken token(String name, long userId, Instant createdAt, Optional<Instant> expiresAt) {
        return new AuthToken(
                digest(name), userId, name, createdAt, createdAt, expiresAt, Authentication.byPassword(createdAt));
    }

    public boolean isStored(String token) {
        return stores().tokens().findOwner(digest(token)).isPresent();
    }

    /** A one-time token that expires after a minute. */
    public StoredOneTimeToken oneTime(String name, Purpose purpose, long userId, Instant createdAt) {
        return new StoredOneTimeToken(
                digest(name), purpose, userId, email(name), "", createdAt, createdAt.plusSeconds(60));
    }

    /** Issues a token that keeps the owner's hash. */
    public boolean issue(AuthToken token) {
        return stores().tokens().issue(new VerifiedLogin(token, HASH, HASH, MAX_TOKENS));
    }
}
