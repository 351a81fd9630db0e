package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Maps {@code account_one_time_token}: the tokens of one-time links and of operations in two steps. */
@ConcreteProxy
@Entity(name = "AccountOneTimeToken")
@Table(
        name = "account_one_time_token",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "account_one_time_token_purpose_uk",
                        columnNames = {"user_id", "purpose"}),
        indexes = @Index(name = "account_one_time_token_expires_ix", columnList = "expires_at"))
public abstract class OneTimeTokenEntity {

    @Id
    @Column(name = "digest", length = 16)
    private byte[] digest = {};

    @Column(name = "user_id", nullable = false)
    private long userId;

    @Column(name = "purpose", nullable = false, length = 30)
    private String purpose = "";

    @CodePoints
    @Column(name = "address", nullable = false, length = 254)
    private String address = "";

    @ColumnDefault("''")
    @Column(name = "payload", nullable = false, length = 300)
    private String payload = "";

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt = Instant.EPOCH;

    protected OneTimeTokenEntity() {}
}
