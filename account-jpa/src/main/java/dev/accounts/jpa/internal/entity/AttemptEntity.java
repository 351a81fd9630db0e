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

/** Maps {@code account_attempt}, which counts attempts. */
@ConcreteProxy
@Entity(name = "AccountAttempt")
@Table(name = "account_attempt", indexes = @Index(name = "account_attempt_last_ix", columnList = "last_at"))
public abstract class AttemptEntity {

    @Id
    @Column(name = "attempt_key", length = 64)
    private String key = "";

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_at", nullable = false)
    private Instant lastAt = Instant.EPOCH;

    @Column(name = "insertion_id", length = 36)
    @Nullable
    private String insertionId;

    protected AttemptEntity() {}
}
