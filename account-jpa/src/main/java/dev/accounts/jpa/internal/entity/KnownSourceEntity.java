package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Maps {@code account_known_source}: the sources from which users have logged in. */
@ConcreteProxy
@Entity(name = "AccountKnownSource")
@Table(
        name = "account_known_source",
        indexes = {
            @Index(name = "account_known_source_user_ix", columnList = "user_id"),
            @Index(name = "account_known_source_last_ix", columnList = "last_login_at")
        })
public abstract class KnownSourceEntity {

    @Id
    @Column(name = "digest", length = 64)
    String digest = "";

    @Column(name = "user_id", nullable = false)
    private long userId;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_login_at", nullable = false)
    private Instant lastLoginAt = Instant.EPOCH;

    protected KnownSourceEntity() {}
}
