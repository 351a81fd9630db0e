package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How entries of the audit table are mapped. */
@Entity(name = "AccountAudit")
@Table(name = "account_audit")
class AuditEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "happened_at", nullable = false)
    Instant happenedAt = Instant.EPOCH;

    @Column(name = "event", nullable = false)
    String event = "";

    @Column(name = "user_id")
    @Nullable
    Long userId;

    @Column(name = "actor_id")
    @Nullable
    Long actorId;

    @Column(name = "source")
    @Nullable
    String source;

    @Column(name = "detail", nullable = false)
    String detail = "";

    protected AuditEntity() {}
}
