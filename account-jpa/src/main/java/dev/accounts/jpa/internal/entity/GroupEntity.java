package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Maps {@code account_group}. */
@Entity(name = "AccountGroup")
@Table(
        name = "account_group",
        uniqueConstraints = @UniqueConstraint(name = "account_group_name_uk", columnNames = "name"))
public class GroupEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @CodePoints
    @Column(name = "name", nullable = false, length = 150)
    private String name = "";

    protected GroupEntity() {}
}
