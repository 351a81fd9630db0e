package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/** How the rows are mapped that decisions are taken one after the other with. */
@Entity(name = "AccountGuard")
@Table(name = "account_guard")
class GuardEntity {

    @Id
    @Column(name = "name", length = 30)
    String name = "";

    @ColumnDefault("0")
    @Column(name = "counter", nullable = false)
    long counter;

    protected GuardEntity() {}
}
