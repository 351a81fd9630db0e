package dev.accounts;

import dev.accounts.model.AuthToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.User;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.OutboxStore;
import dev.accounts.spi.RoleStore;
import dev.accounts.spi.TokenStore;
import dev.accounts.spi.TownStore;
import dev.accounts.spi.UserStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The least that a service can stand on: not atomic, and open, so that a test can look inside and change it. */
public final class StubStores implements AccountStores {

    public final Map<Long, NewUser> accounts = new TreeMap<>();
    public final Map<Long, String> hashes = new HashMap<>();
    public final Map<Long, Instant> lastLogins = new HashMap<>();
    public final Set<Long> inactive = new HashSet<>();
    public final Map<TokenDigest, AuthToken> live = new HashMap<>();
    public final Set<Long> vanishingTowns = new HashSet<>();
    public final StubTowns towns = new StubTowns();
    public final StubAttempts attempts = new StubAttempts();
    public int lookUps;
    public int touches;
    public boolean touchFails;

    /** Whether it is read as it was before others changed it, and so no change can be based on it. */
    public boolean frozen;

    @Override
    public UserStore users() {
        return new StubUsers(this);
    }

    @Override
    public TokenStore tokens() {
        return new StubTokens(this);
    }

    @Override
    public TownStore towns() {
        return towns;
    }

    @Override
    public RoleStore roles() {
        return Unused.of(RoleStore.class);
    }

    @Override
    public OneTimeTokenStore oneTimeTokens() {
        return Unused.of(OneTimeTokenStore.class);
    }

    @Override
    public OutboxStore outbox() {
        return Unused.of(OutboxStore.class);
    }

    @Override
    public AttemptStore attempts() {
        return attempts;
    }

    @Override
    public <R> R atomically(Supplier<R> work) {
        return work.get();
    }

    @Override
    public <R> R apart(Supplier<R> work) {
        return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    Optional<User> user(long id) {
        return Optional.ofNullable(accounts.get(id))
                .map(user -> new User(
                        id,
                        user.username(),
                        user.email(),
                        false,
                        "",
                        "",
                        !inactive.contains(id),
                        false,
                        false,
                        user.dateJoined(),
                        Optional.ofNullable(lastLogins.get(id)),
                        3,
                        List.of(),
                        List.of(),
                        List.copyOf(user.claim().towns())));
    }
}
