package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How tokens are mapped. Statements read and write single columns, so that no instance ever exists. */
@Entity(name = "AccountToken")
@Table(name = "account_token")
public class TokenEntity {

    @Id
    @Column(name = "digest")
    String digest = "";

    @Column(name = "user_id", nullable = false)
    long userId;

    @Column(name = "id", nullable = false)
    String tokenId = "";

    @Column(name = "label", nullable = false)
    String label = "";

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_used_at", nullable = false)
    Instant lastUsedAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    protected TokenEntity() {}
}
