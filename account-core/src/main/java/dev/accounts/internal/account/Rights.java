package dev.accounts.internal.account;

import dev.accounts.model.PermissionDeniedException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;

/** Who of the staff may do what, read from the store at every call. */
public record Rights(AccountStores stores) {

    public StoredUser requireStaff(long actorId) {
        StoredUser actor = active(actorId);
        if (!actor.staff() && !actor.superuser()) {
            throw new PermissionDeniedException("the actor is not staff");
        }
        return actor;
    }

    public void requireSuperuser(long actorId) {
        if (!active(actorId).superuser()) {
            throw new PermissionDeniedException("the actor is no superuser");
        }
    }

    public void require(long actorId, String permission) {
        StoredUser actor = requireStaff(actorId);
        if (!actor.superuser() && !stores.roles().effective(actorId).contains(permission)) {
            throw new PermissionDeniedException("the actor lacks " + permission);
        }
    }

    /** Only a superuser touches a superuser, or the reset of one would make another. */
    public void require(long actorId, String permission, StoredUser target) {
        require(actorId, permission);
        if (target.superuser()) {
            requireSuperuser(actorId);
        }
    }

    private StoredUser active(long actorId) {
        return stores.users()
                .read(UserKey.id(actorId))
                .filter(StoredUser::active)
                .orElseThrow(() -> new PermissionDeniedException("there is no such active actor"));
    }
}
