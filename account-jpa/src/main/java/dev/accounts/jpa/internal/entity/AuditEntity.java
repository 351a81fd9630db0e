package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Maps {@code account_audit}, which keeps events. */
@ConcreteProxy
@Entity(name = "AccountAudit")
@Table(
        name = "account_audit",
        uniqueConstraints = @UniqueConstraint(name = "account_audit_count_uk", columnNames = "count_key"),
        indexes = {
            @Index(name = "account_audit_user_ix", columnList = "user_id, id"),
            @Index(name = "account_audit_happened_ix", columnList = "happened_at")
        })
public abstract class AuditEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "happened_at", nullable = false)
    private Instant happenedAt = Instant.EPOCH;

    @Column(name = "event", nullable = false, length = 30)
    private String event = "";

    @Column(name = "user_id")
    @Nullable
    private Long userId;

    @Column(name = "actor_id")
    @Nullable
    private Long actorId;

    @CodePoints
    @Column(name = "source", length = 200)
    @Nullable
    private String source;

    @CodePoints
    @ColumnDefault("''")
    @Column(name = "detail", nullable = false, length = 100)
    private String detail = "";

    @ColumnDefault("1")
    @Column(name = "occurrences", nullable = false)
    private int occurrences = 1;

    /** Stands for what is counted together; null for what is not counted. */
    @Column(name = "count_key", length = 64)
    @Nullable
    private String countKey;

    protected AuditEntity() {}
}
