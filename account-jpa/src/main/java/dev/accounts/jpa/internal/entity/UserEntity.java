package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How users are mapped. Statements read and write single columns; no instance leaves the package. */
@Entity(name = "AccountUser")
@Table(
        name = "account_user",
        uniqueConstraints = {
            @UniqueConstraint(name = "account_user_username_uk", columnNames = "username_key"),
            @UniqueConstraint(name = "account_user_email_uk", columnNames = "email_key")
        })
public class UserEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    /** No {@code @Version} of JPA: statements compare and count it. */
    @Column(name = "version", nullable = false)
    long version;

    @Column(name = "username", nullable = false)
    String username = "";

    @Column(name = "username_key", nullable = false)
    String usernameKey = "";

    @Column(name = "email", nullable = false)
    String email = "";

    @Column(name = "email_key")
    @Nullable
    String emailKey;

    @Column(name = "email_verified", nullable = false)
    boolean emailVerified;

    @Column(name = "pending_email")
    @Nullable
    String pendingEmail;

    @Column(name = "password_hash", nullable = false)
    String passwordHash = "";

    @Column(name = "first_name", nullable = false)
    String firstName = "";

    @Column(name = "last_name", nullable = false)
    String lastName = "";

    @Column(name = "is_active", nullable = false)
    boolean active;

    @Column(name = "is_staff", nullable = false)
    boolean staff;

    @Column(name = "is_superuser", nullable = false)
    boolean superuser;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "date_joined", nullable = false)
    Instant dateJoined = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_login")
    @Nullable
    Instant lastLogin;

    @Column(name = "days_count", nullable = false)
    int daysCount;

    @Column(name = "insertion_id")
    @Nullable
    String insertionId;

    protected UserEntity() {}
}
