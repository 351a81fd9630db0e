package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ConcreteProxy;

/** Maps {@code account_guard}, whose row serialises decisions about superusers. */
@ConcreteProxy
@Entity(name = "AccountGuard")
@Table(name = "account_guard")
public abstract class GuardEntity {

    @Id
    @Column(name = "name", length = 30)
    private String name = "";

    @ColumnDefault("0")
    @Column(name = "counter", nullable = false)
    private long counter;

    protected GuardEntity() {}
}
