package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How the rows are mapped that decisions are taken one after the other with. */
@Entity(name = "AccountGuard")
@Table(name = "account_guard")
class GuardEntity {

    @Id
    @Column(name = "name")
    String name = "";

    @Column(name = "counter", nullable = false)
    long counter;

    protected GuardEntity() {}
}
