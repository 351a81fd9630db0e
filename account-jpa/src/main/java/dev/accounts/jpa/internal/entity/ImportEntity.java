package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@ConcreteProxy
@Entity(name = "AccountImport")
@Table(name = "account_import")
public abstract class ImportEntity {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Column(name = "source_state", nullable = false, length = 64)
    private String sourceState = "";

    @Column(name = "state_here", nullable = false, length = 64)
    private String stateHere = "";

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "copied_at", nullable = false)
    private Instant copiedAt = Instant.EPOCH;

    protected ImportEntity() {}
}
