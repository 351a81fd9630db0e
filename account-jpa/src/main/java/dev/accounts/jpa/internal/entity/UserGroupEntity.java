package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.ConcreteProxy;

/** Maps {@code account_user_group}: the groups of a user. */
@ConcreteProxy
@Entity(name = "AccountUserGroup")
@Table(name = "account_user_group", indexes = @Index(name = "account_user_group_group_ix", columnList = "group_id"))
@IdClass(UserGroupEntity.Key.class)
public abstract class UserGroupEntity {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Id
    @Column(name = "group_id")
    private long groupId;

    protected UserGroupEntity() {}

    public record Key(long userId, long groupId) implements Serializable {}
}
