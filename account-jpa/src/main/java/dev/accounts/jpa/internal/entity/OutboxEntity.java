package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Maps {@code account_outbox}: the notices that wait for delivery. */
@ConcreteProxy
@Entity(name = "AccountOutbox")
@Table(
        name = "account_outbox",
        indexes = {
            @Index(name = "account_outbox_user_ix", columnList = "user_id, id"),
            @Index(name = "account_outbox_due_ix", columnList = "due_at"),
            @Index(name = "account_outbox_created_ix", columnList = "created_at")
        })
public abstract class OutboxEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "user_id")
    @Nullable
    private Long userId;

    @Column(name = "kind", nullable = false, length = 30)
    private String kind = "";

    @CodePoints
    @Column(name = "address", nullable = false, length = 254)
    private String address = "";

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "due_at", nullable = false)
    private Instant dueAt = Instant.EPOCH;

    @ColumnDefault("0")
    @Column(name = "attempts", nullable = false)
    private int attempts;

    protected OutboxEntity() {}
}
