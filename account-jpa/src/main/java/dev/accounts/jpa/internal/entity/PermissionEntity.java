package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How permissions are mapped. */
@Entity(name = "AccountPermission")
@Table(name = "account_permission")
public class PermissionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "code", nullable = false)
    String code = "";

    protected PermissionEntity() {}
}
