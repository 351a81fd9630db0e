package dev.accounts.testkit.internal;

import dev.accounts.model.Permission;
import java.util.List;
import java.util.stream.Stream;

/** The staff actors of a fixture and their permissions. */
public record Staff(AccountsFixture fixture) {

    /** A new member of staff with some permissions. */
    public long member(String name, String... permissions) {
        long id = fixture.registered(name).id();
        fixture.administration().setStaff(fixture.root(), id, true);
        allow(id, permissions);
        return id;
    }

    /** Gives a user these permissions of its own, and no others. */
    public void allow(long id, String... permissions) {
        List<Long> granted =
                Stream.of(permissions).map(this::permission).map(Permission::id).toList();
        fixture.administration().setPermissions(fixture.root(), id, granted);
    }

    public long superuser(String name) {
        long id = fixture.registered(name).id();
        fixture.maintenance().appointSuperuser(id);
        return id;
    }

    public Permission permission(String code) {
        return fixture.administration().roles().ensurePermission(fixture.root(), code);
    }
}
