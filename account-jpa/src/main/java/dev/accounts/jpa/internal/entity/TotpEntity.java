package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Maps {@code account_totp}: the apps for one-time codes. */
@ConcreteProxy
@Entity(name = "AccountTotp")
@Table(name = "account_totp")
public abstract class TotpEntity {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Column(name = "seed", nullable = false, length = 250)
    private String seed = "";

    @Column(name = "last_step", nullable = false)
    private long lastStep;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "enrolled_at", nullable = false)
    private Instant enrolledAt = Instant.EPOCH;

    protected TotpEntity() {}
}
