package dev.accounts;

import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Users of {@link StubStores}. */
record StubUsers(StubStores stores) implements UserStore {

    @Override
    public Conflicts conflicts(Claim claim) {
        stores.lookUps++;
        return conflicts(claim, Set.of());
    }

    private Conflicts conflicts(Claim claim, Collection<Long> gone) {
        List<Claim> known =
                stores.accounts.values().stream().map(NewUser::claim).toList();
        return Conflicts.of(
                known.stream().anyMatch(other -> other.usernameKey().equals(claim.usernameKey())),
                claim.emailKey().isPresent()
                        && known.stream().anyMatch(other -> other.emailKey().equals(claim.emailKey())),
                claim.towns().stream()
                        .filter(id -> stores.towns.find(id).isEmpty() || gone.contains(id))
                        .toList());
    }

    @Override
    public Insertion insert(NewUser user) {
        Conflicts conflicts = conflicts(user.claim(), stores.vanishingTowns);
        if (!conflicts.isEmpty()) {
            return new Insertion.Refused(conflicts);
        }
        long id = stores.accounts.size() + 1L;
        stores.accounts.put(id, user);
        stores.hashes.put(id, user.passwordHash());
        return new Insertion.Stored(id);
    }

    @Override
    public Optional<StoredUser> read(UserKey key) {
        stores.lookUps++;
        return stores.accounts.entrySet().stream()
                .filter(entry -> isFoundBy(key, entry.getKey(), entry.getValue().claim()))
                .map(entry -> state(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private static boolean isFoundBy(UserKey key, long id, Claim claim) {
        return switch (key.kind()) {
            case ID -> UserKey.id(id).equals(key);
            case USERNAME -> claim.usernameKey().equals(Optional.of(key.value()));
            case EMAIL -> claim.emailKey().equals(Optional.of(key.value()));
        };
    }

    private StoredUser state(long id, NewUser user) {
        return new StoredUser(
                id,
                0,
                user.username(),
                user.claim().usernameKey().orElseThrow(),
                user.email(),
                user.claim().emailKey(),
                false,
                Optional.empty(),
                stores.hashes.get(id),
                !stores.inactive.contains(id),
                false,
                false);
    }

    @Override
    public boolean replace(StoredUser changed) {
        if (stores.frozen) {
            return false;
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(StoredUser seen) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<User> search(UserSearch search) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> find(long id) {
        return stores.user(id);
    }
}
