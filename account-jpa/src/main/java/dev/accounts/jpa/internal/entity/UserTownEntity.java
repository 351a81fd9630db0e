package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Maps {@code account_user_town}: the towns that a user follows. */
@Entity(name = "AccountUserTown")
@Table(name = "account_user_town", indexes = @Index(name = "account_user_town_town_ix", columnList = "town_id"))
@IdClass(UserTownEntity.Key.class)
public class UserTownEntity {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Id
    @Column(name = "town_id")
    private long townId;

    protected UserTownEntity() {}

    public record Key(long userId, long townId) implements Serializable {}
}
