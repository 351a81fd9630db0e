package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Maps {@code account_token}. */
@ConcreteProxy
@Entity(name = "AccountToken")
@Table(
        name = "account_token",
        indexes = {
            @Index(name = "account_token_user_ix", columnList = "user_id"),
            @Index(name = "account_token_last_used_ix", columnList = "last_used_at"),
            @Index(name = "account_token_expires_ix", columnList = "expires_at")
        })
public abstract class TokenEntity {

    @Id
    @Column(name = "digest", length = 16)
    private byte[] digest = {};

    @Column(name = "user_id", nullable = false)
    private long userId;

    @CodePoints
    @ColumnDefault("''")
    @Column(name = "label", nullable = false, length = 100)
    private String label = "";

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_used_at", nullable = false)
    private Instant lastUsedAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "expires_at")
    @Nullable
    private Instant expiresAt;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "authenticated_at")
    @Nullable
    private Instant authenticatedAt;

    @ColumnDefault("'PASSWORD'")
    @Column(name = "methods", nullable = false, length = 60)
    private String methods = "";

    @Column(name = "delegation", length = 2100)
    @Nullable
    private String delegation;

    protected TokenEntity() {}
}
