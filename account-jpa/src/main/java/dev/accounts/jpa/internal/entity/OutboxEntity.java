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

/** How notices are mapped. */
@Entity(name = "AccountOutbox")
@Table(name = "account_outbox")
class OutboxEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "user_id")
    @Nullable
    Long userId;

    @Column(name = "kind", nullable = false)
    String kind = "";

    @Column(name = "address", nullable = false)
    String address = "";

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "due_at", nullable = false)
    Instant dueAt = Instant.EPOCH;

    @Column(name = "attempts", nullable = false)
    int attempts;

    protected OutboxEntity() {}
}
