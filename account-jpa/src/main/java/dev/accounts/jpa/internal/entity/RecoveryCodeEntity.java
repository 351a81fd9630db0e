package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.ConcreteProxy;

/** Maps {@code account_recovery_code}: the recovery codes that are not used yet. */
@ConcreteProxy
@Entity(name = "AccountRecoveryCode")
@Table(name = "account_recovery_code", indexes = @Index(name = "account_recovery_code_user_ix", columnList = "user_id"))
public abstract class RecoveryCodeEntity {

    @Id
    @Column(name = "digest", length = 16)
    private byte[] digest = {};

    @Column(name = "user_id", nullable = false)
    private long userId;

    protected RecoveryCodeEntity() {}
}
