package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.ConcreteProxy;

/** Maps {@code account_user_permission}: the permissions granted to a user directly. */
@ConcreteProxy
@Entity(name = "AccountUserPermission")
@Table(
        name = "account_user_permission",
        indexes = @Index(name = "account_user_permission_permission_ix", columnList = "permission_id"))
@IdClass(UserPermissionEntity.Key.class)
public abstract class UserPermissionEntity {

    @Id
    @Column(name = "user_id")
    long userId;

    @Id
    @Column(name = "permission_id")
    private long permissionId;

    protected UserPermissionEntity() {}

    public record Key(long userId, long permissionId) implements Serializable {}
}
