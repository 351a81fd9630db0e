package dev.accounts.testkit.memory;

import dev.accounts.model.AuditEntry;
import dev.accounts.model.AuthToken;
import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.Notice;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.factor.StoredPasskey;
import dev.accounts.spi.factor.StoredTotp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rows behind the in-memory stores. A thread holds the monitor during each atomic operation. Removed rows and undone units
 * of work never free an id, so each id is given once.
 */
final class InMemoryTables {

    final InMemoryJournal journal = new InMemoryJournal();

    final InMemoryTable<Long, UserRow> users = InMemoryTable.of(journal);
    final InMemoryTable<String, Long> idsByUsernameKey = InMemoryTable.of(journal);
    final InMemoryTable<String, Long> idsByEmailKey = InMemoryTable.of(journal);
    final InMemoryTable<Long, Town> towns = InMemoryTable.of(journal);
    final InMemoryTable<Long, GroupRow> groups = InMemoryTable.of(journal);
    final InMemoryTable<Long, Permission> permissions = InMemoryTable.of(journal);
    final InMemoryTable<TokenDigest, TokenRow> tokens = InMemoryTable.byDigest(journal);
    final InMemoryTable<TokenDigest, StoredOneTimeToken> oneTimeTokens = InMemoryTable.byDigest(journal);
    final InMemoryTable<Long, StoredTotp> totp = InMemoryTable.of(journal);
    final InMemoryTable<Long, List<TokenDigest>> recoveryCodes = InMemoryTable.of(journal);
    final InMemoryTable<TokenDigest, StoredPasskey> passkeys = InMemoryTable.byDigest(journal);
    final InMemoryTable<Long, NoticeRow> notices = InMemoryTable.of(journal);
    final InMemoryTable<String, KnownSourceRow> knownSources = InMemoryTable.of(journal);
    final InMemoryTable<String, Attempts> attempts = InMemoryTable.of(journal);
    final InMemoryTable<Long, AuditEntry> auditEntries = InMemoryTable.of(journal);
    final InMemoryTable<String, Long> countedEntries = InMemoryTable.of(journal);

    final AtomicLong lastUser = new AtomicLong();
    final AtomicLong lastTown = new AtomicLong();
    final AtomicLong lastGroup = new AtomicLong();
    final AtomicLong lastPermission = new AtomicLong();
    final AtomicLong lastToken = new AtomicLong();
    final AtomicLong lastNotice = new AtomicLong();
    final AtomicLong lastAuditEntry = new AtomicLong();

    /** Stores a user with flags and rights that a fixture gave it. */
    void put(UserRow before, User changed) {
        changed.groups().stream().filter(group -> !groups.has(group.id())).forEach(group -> {
            groups.put(group.id(), new GroupRow(group, List.of()));
            lastGroup.accumulateAndGet(group.id(), Math::max);
        });
        changed.permissions().stream()
                .filter(permission -> !permissions.has(permission.id()))
                .forEach(permission -> {
                    permissions.put(permission.id(), permission);
                    lastPermission.accumulateAndGet(permission.id(), Math::max);
                });
        StoredUser flagged =
                before.state().withFlags(new StoredUser.Flags(changed.active(), changed.staff(), changed.superuser()));
        users.put(changed.id(), before.with(flagged).with(changed));
    }

    /** The exception of a database for a broken constraint. */
    static StorageException broken(String constraint) {
        return new StorageException(StorageException.Outcome.UNCHANGED, new IllegalStateException(constraint));
    }

    /** A user as callers see it, and its stored state, whose hash is printed as {@code ***}. */
    record UserRow(User user, StoredUser state) {

        /** The same row with another state and the next version. */
        UserRow with(StoredUser next) {
            StoredUser versioned = new StoredUser(
                    state.id(),
                    state.version() + 1,
                    next.username(),
                    next.usernameKey(),
                    next.email(),
                    next.passwordHash(),
                    next.flags(),
                    next.secondFactor());
            return new UserRow(new UserEdit(user).state(versioned).user(), versioned);
        }

        /** The same row with another view of the user and the same version. */
        UserRow with(User shown) {
            return new UserRow(shown, state);
        }
    }

    /** A group and its permissions, ascending by id. */
    record GroupRow(Group group, List<Permission> permissions) {}

    /** A token and its position in the order of insertion. */
    record TokenRow(AuthToken token, long number) {}

    /** A source from which a user has logged in. */
    record KnownSourceRow(String digest, long userId, Instant lastLogin) {}

    /** A notice and the time from which a worker may claim it. */
    record NoticeRow(Notice notice, Instant due) {}
}
