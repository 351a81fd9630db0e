package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How groups are mapped. */
@Entity(name = "AccountGroup")
@Table(name = "account_group")
public class GroupEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "name", nullable = false)
    String name = "";

    protected GroupEntity() {}
}
