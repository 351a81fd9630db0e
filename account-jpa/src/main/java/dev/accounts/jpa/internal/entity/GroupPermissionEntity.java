package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.ConcreteProxy;

/** Maps {@code account_group_permission}: the permissions that a group gives its members. */
@ConcreteProxy
@Entity(name = "AccountGroupPermission")
@Table(
        name = "account_group_permission",
        indexes = @Index(name = "account_group_permission_permission_ix", columnList = "permission_id"))
@IdClass(GroupPermissionEntity.Key.class)
public abstract class GroupPermissionEntity {

    @Id
    @Column(name = "group_id")
    long groupId;

    @Id
    @Column(name = "permission_id")
    private long permissionId;

    protected GroupPermissionEntity() {}

    public record Key(long groupId, long permissionId) implements Serializable {}
}
