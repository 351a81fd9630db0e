package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Maps {@code account_recovery_code}: the recovery codes that are not used yet. */
@Entity(name = "AccountRecoveryCode")
@Table(name = "account_recovery_code")
@IdClass(RecoveryCodeEntity.Key.class)
public class RecoveryCodeEntity {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Id
    @Column(name = "digest", length = 16)
    private byte[] digest = {};

    protected RecoveryCodeEntity() {}

    /** The key of a row. Nobody compares two: statements read and write single columns. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Key(long userId, byte[] digest) implements Serializable {}
}
