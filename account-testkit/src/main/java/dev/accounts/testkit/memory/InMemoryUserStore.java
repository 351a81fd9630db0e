package dev.accounts.testkit.memory;

import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;
import dev.accounts.testkit.memory.InMemoryTables.UserRow;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Users in memory. */
record InMemoryUserStore(InMemoryTables tables) implements UserStore {

    @Override
    public Conflicts conflicts(Claim claim) {
        synchronized (tables) {
            return Conflicts.of(
                    claim.usernameKey().filter(tables.idsByUsernameKey::has).isPresent(),
                    claim.emailKey().filter(tables.idsByEmailKey::has).isPresent(),
                    claim.towns().stream().filter(id -> !tables.towns.has(id)).toList());
        }
    }

    @Override
    public Insertion insert(NewUser user) {
        synchronized (tables) {
            Conflicts conflicts = conflicts(user.claim());
            return conflicts.isEmpty() ? new Insertion.Stored(store(user)) : new Insertion.Refused(conflicts);
        }
    }

    private long store(NewUser user) {
        long id = tables.lastUser.incrementAndGet();
        put(new UserRow(user.toUser(id), state(id, user)));
        return id;
    }

    private static StoredUser state(long id, NewUser user) {
        return new StoredUser(
                id,
                0,
                user.username(),
                user.claim().usernameKey().orElseThrow(),
                StoredUser.Email.of(user.email(), user.claim().emailKey()),
                user.passwordHash(),
                StoredUser.Flags.ACTIVE,
                false);
    }

    private void put(UserRow row) {
        long id = row.state().id();
        tables.users.put(id, row);
        tables.idsByUsernameKey.put(row.state().usernameKey(), id);
        row.state().email().key().ifPresent(key -> tables.idsByEmailKey.put(key, id));
    }

    @Override
    public Optional<User> find(long id) {
        synchronized (tables) {
            return tables.users.find(id).map(UserRow::user);
        }
    }

    @Override
    public Optional<StoredUser> read(UserKey key) {
        synchronized (tables) {
            return id(key).flatMap(tables.users::find).map(UserRow::state);
        }
    }

    private Optional<Long> id(UserKey key) {
        return switch (key.kind()) {
            case ID -> Optional.of(Long.valueOf(key.value()));
            case USERNAME -> tables.idsByUsernameKey.find(key.value());
            case EMAIL -> tables.idsByEmailKey.find(key.value());
        };
    }

    @Override
    public boolean replace(StoredUser changed) {
        synchronized (tables) {
            Optional<UserRow> row = unchanged(changed);
            row.ifPresent(before -> replace(before, changed));
            return row.isPresent();
        }
    }

    private Optional<UserRow> unchanged(StoredUser seen) {
        return tables.users.find(seen.id()).filter(row -> row.state().version() == seen.version());
    }

    private void replace(UserRow before, StoredUser changed) {
        requireFree(tables.idsByUsernameKey.find(changed.usernameKey()), changed);
        requireFree(changed.email().key().flatMap(tables.idsByEmailKey::find), changed);
        removeKeys(before);
        put(before.with(changed));
    }

    private static void requireFree(Optional<Long> holder, StoredUser wanting) {
        if (holder.filter(id -> id != wanting.id()).isPresent()) {
            throw InMemoryTables.broken("another user has this name or address");
        }
    }

    @Override
    public SortedSet<Long> changeProfile(long id, ProfileChange change) {
        synchronized (tables) {
            SortedSet<Long> unknown = change.towns().stream()
                    .flatMap(List::stream)
                    .filter(town -> !tables.towns.has(town))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (unknown.isEmpty()) {
                tables.users
                        .find(id)
                        .ifPresent(row -> tables.users.put(
                                id,
                                row.with(
                                        new UserEdit(row.user()).profile(change).user())));
            }
            return unknown;
        }
    }

    private void removeKeys(UserRow row) {
        tables.idsByUsernameKey.remove(row.state().usernameKey());
        row.state().email().key().ifPresent(tables.idsByEmailKey::remove);
    }

    @Override
    public boolean delete(StoredUser seen) {
        synchronized (tables) {
            Optional<UserRow> row = unchanged(seen);
            row.ifPresent(this::delete);
            return row.isPresent();
        }
    }

    private void delete(UserRow row) {
        long id = row.state().id();
        removeKeys(row);
        tables.tokens.removeIf(held -> held.token().userId() == id);
        tables.oneTimeTokens.removeIf(token -> token.userId() == id);
        tables.knownSources.removeIf(known -> known.userId() == id);
        tables.totp.remove(id);
        tables.recoveryCodes.remove(id);
        tables.passkeys.removeIf(passkey -> passkey.userId() == id);
        tables.notices.removeIf(waiting -> waiting.notice().userId().equals(Optional.of(id)));
        tables.users.remove(id);
    }

    @Override
    public List<User> search(UserSearch search) {
        synchronized (tables) {
            return tables.users
                    .streamAfter(search.afterId())
                    .filter(row -> matches(row.state(), search))
                    .limit(search.limit())
                    .map(UserRow::user)
                    .toList();
        }
    }

    private static boolean matches(StoredUser user, UserSearch search) {
        boolean named = user.usernameKey().startsWith(search.prefix())
                || user.email()
                        .key()
                        .filter(key -> key.startsWith(search.prefix()))
                        .isPresent();
        return named
                && search.active().orElse(user.active()) == user.active()
                && search.staff().orElse(user.flags().staff()) == user.flags().staff();
    }
}
