package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Maps {@code account_permission}. */
@Entity(name = "AccountPermission")
@Table(
        name = "account_permission",
        uniqueConstraints = @UniqueConstraint(name = "account_permission_code_uk", columnNames = "code"))
public class PermissionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @CodePoints
    @Column(name = "code", nullable = false, length = 200)
    private String code = "";

    protected PermissionEntity() {}
}
