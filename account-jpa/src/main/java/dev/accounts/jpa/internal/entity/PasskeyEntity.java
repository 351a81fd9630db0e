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
import org.jspecify.annotations.Nullable;

/** Maps {@code account_passkey}. */
@ConcreteProxy
@Entity(name = "AccountPasskey")
@Table(name = "account_passkey", indexes = @Index(name = "account_passkey_user_ix", columnList = "user_id"))
public abstract class PasskeyEntity {

    @Id
    @Column(name = "digest", length = 16)
    private byte[] digest = {};

    @Column(name = "user_id", nullable = false)
    private long userId;

    @Column(name = "credential_id", nullable = false, length = 1364)
    private String credentialId = "";

    @Column(name = "public_key", nullable = false, length = 2000)
    private String publicKey = "";

    @CodePoints
    @Column(name = "name", nullable = false, length = 60)
    private String name = "";

    @Column(name = "transports", nullable = false, length = 100)
    private String transports = "";

    @Column(name = "aaguid", nullable = false, length = 36)
    private String aaguid = "";

    @Column(name = "backup_eligible", nullable = false)
    private boolean backupEligible;

    @Column(name = "user_verified", nullable = false)
    private boolean userVerified;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "sign_count", nullable = false)
    private long signCount;

    @Column(name = "last_challenge", nullable = false)
    private long lastChallenge;

    @Column(name = "backed_up", nullable = false)
    private boolean backedUp;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_used_at")
    @Nullable
    private Instant lastUsedAt;

    @Column(name = "insertion_id", length = 36)
    @Nullable
    private String insertionId;

    protected PasskeyEntity() {}
}
