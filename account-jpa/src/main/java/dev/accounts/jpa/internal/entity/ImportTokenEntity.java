package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.ConcreteProxy;

@ConcreteProxy
@Entity(name = "AccountImportToken")
@Table(name = "account_import_token", indexes = @Index(name = "account_import_token_user_ix", columnList = "user_id"))
public abstract class ImportTokenEntity {

    @Id
    @Column(name = "digest", length = 64)
    private String digest = "";

    @Column(name = "user_id", nullable = false)
    private long userId;

    protected ImportTokenEntity() {}
}
