package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.sql.ClaimQuery;
import dev.accounts.jpa.internal.sql.StoredUserQuery;
import dev.accounts.jpa.internal.sql.UserQuery;
import dev.accounts.jpa.internal.sql.UserTowns;
import dev.accounts.jpa.internal.transaction.SqlReads;
import dev.accounts.jpa.internal.transaction.StoreCalls;
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
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Stores users in the table {@code account_user}, with their towns, groups and permissions. */
public record JpaUserStore(
        StoreCalls calls,
        SqlReads listings,
        UserQuery users,
        StoredUserQuery stored,
        ClaimQuery claims,
        UserTowns userTowns)
        implements UserStore {

    private static final String REPLACE = """
            update AccountUser u set u.version = u.version + 1,
                u.username = :username, u.usernameKey = :usernameKey,
                u.email = :email, u.emailKey = :emailKey,
                u.emailVerified = :emailVerified, u.pendingEmail = :pendingEmail,
                u.passwordHash = :passwordHash,
                u.active = :active, u.staff = :staff, u.superuser = :superuser,
                u.secondFactor = :secondFactor
            where u.id = :id and u.version = :version""";

    private static final String DELETE = "delete from AccountUser u where u.id = :id and u.version = :version";

    public static JpaUserStore in(StoreCalls calls, TableNames tables, SqlReads listings) {
        return new JpaUserStore(
                calls,
                listings,
                UserQuery.in(tables),
                StoredUserQuery.in(tables),
                ClaimQuery.in(tables),
                UserTowns.in(tables));
    }

    @Override
    public Conflicts conflicts(Claim claim) {
        return calls.query(connection -> claims.conflicts(connection, claim));
    }

    @Override
    public Insertion insert(NewUser user) {
        return calls.write(entityManager -> new UserInsertion(entityManager, claims, userTowns, user).run());
    }

    @Override
    public Optional<User> find(long id) {
        return calls.query(connection -> users.find(connection, id));
    }

    @Override
    public Optional<StoredUser> read(UserKey key) {
        return calls.query(connection -> stored.read(connection, key));
    }

    @Override
    public boolean replace(StoredUser changed) {
        return calls.write(entityManager -> replace(entityManager, changed) == 1);
    }

    @Override
    public SortedSet<Long> changeProfile(long id, ProfileChange change) {
        return calls.write(entityManager -> new ProfileUpdate(entityManager, id, change).run());
    }

    @Override
    public boolean delete(StoredUser seen) {
        return calls.write(entityManager -> mutation(entityManager, DELETE)
                        .setParameter("id", seen.id())
                        .setParameter("version", seen.version())
                        .executeUpdate()
                == 1);
    }

    @Override
    public List<User> search(UserSearch search) {
        return listings.query(connection -> users.search(connection, search));
    }

    private static int replace(EntityManager entityManager, StoredUser changed) {
        return mutation(entityManager, REPLACE)
                .setParameter("username", changed.username())
                .setParameter("usernameKey", changed.usernameKey())
                .setParameter("email", changed.email().address())
                .setParameter("emailKey", changed.email().key().orElse(null))
                .setParameter("emailVerified", changed.email().verified())
                .setParameter("pendingEmail", changed.email().pending().orElse(null))
                .setParameter("passwordHash", changed.passwordHash())
                .setParameter("active", changed.active())
                .setParameter("staff", changed.flags().staff())
                .setParameter("superuser", changed.flags().superuser())
                .setParameter("secondFactor", changed.secondFactor())
                .setParameter("id", changed.id())
                .setParameter("version", changed.version())
                .executeUpdate();
    }
}
