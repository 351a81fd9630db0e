package dev.accounts.internal.account;

import dev.accounts.model.PermissionDeniedException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;

/** Checks what a staff actor may do. Every call reads the store. */
public record Rights(AccountStores stores) {

    public StoredUser requireStaff(long actorId) {
        StoredUser actor = active(actorId);
        if (!actor.flags().staff() && !actor.flags().superuser()) {
            throw new PermissionDeniedException("the actor is not staff");
        }
        return actor;
    }

    public void requireSuperuser(long actorId) {
        if (!active(actorId).flags().superuser()) {
            throw new PermissionDeniedException("the actor is not a superuser");
        }
    }

    public void require(long actorId, String permission) {
        StoredUser actor = requireStaff(actorId);
        if (!actor.flags().superuser() && !stores.roles().effective(actorId).contains(permission)) {
            throw new PermissionDeniedException("the actor lacks " + permission);
        }
    }

    /**
     * Requires a permission to change a user. Only a superuser may change a superuser; otherwise a staff actor could take over a
     * superuser's account by resetting its password.
     */
    public void require(long actorId, String permission, StoredUser target) {
        require(actorId, permission);
        if (target.flags().superuser()) {
            requireSuperuser(actorId);
        }
    }

    private StoredUser active(long actorId) {
        return stores.users()
                .read(UserKey.id(actorId))
                .filter(StoredUser::active)
                .orElseThrow(() -> new PermissionDeniedException("the actor is not an active user"));
    }
}
