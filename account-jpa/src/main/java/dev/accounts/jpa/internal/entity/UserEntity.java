package dev.accounts.jpa.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Maps {@code account_user}. Statements read and write single columns; no instance leaves the module. */
@Entity(name = "AccountUser")
@Table(
        name = "account_user",
        uniqueConstraints = {
            @UniqueConstraint(name = "account_user_username_uk", columnNames = "username_key"),
            @UniqueConstraint(name = "account_user_email_uk", columnNames = "email_key")
        },
        indexes = {
            @Index(name = "account_user_superuser_ix", columnList = "is_superuser"),
            @Index(name = "account_user_active_ix", columnList = "is_active, id"),
            @Index(name = "account_user_staff_ix", columnList = "is_staff, id")
        })
@Check(name = "account_user_days_count_ck", constraints = "days_count between 1 and 10")
public class UserEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    /** Not the {@code @Version} of JPA: the statements compare and increment it themselves. */
    @ColumnDefault("0")
    @Column(name = "version", nullable = false)
    private long version;

    @CodePoints
    @Column(name = "username", nullable = false, length = 150)
    private String username = "";

    @CodePoints
    @Column(name = "username_key", nullable = false, length = 300)
    private String usernameKey = "";

    @CodePoints
    @Column(name = "email", nullable = false, length = 254)
    private String email = "";

    @CodePoints
    @Column(name = "email_key", length = 510)
    @Nullable
    private String emailKey;

    @ColumnDefault("false")
    @Column(name = "email_verified", nullable = false)
    private boolean emailVerified;

    @CodePoints
    @Column(name = "pending_email", length = 254)
    @Nullable
    private String pendingEmail;

    @Column(name = "password_hash", nullable = false, length = 255)
    private String passwordHash = "";

    @CodePoints
    @ColumnDefault("''")
    @Column(name = "first_name", nullable = false, length = 150)
    private String firstName = "";

    @CodePoints
    @ColumnDefault("''")
    @Column(name = "last_name", nullable = false, length = 150)
    private String lastName = "";

    @ColumnDefault("true")
    @Column(name = "is_active", nullable = false)
    private boolean active;

    @ColumnDefault("false")
    @Column(name = "is_staff", nullable = false)
    private boolean staff;

    @ColumnDefault("false")
    @Column(name = "is_superuser", nullable = false)
    private boolean superuser;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "date_joined", nullable = false)
    private Instant dateJoined = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_login")
    @Nullable
    private Instant lastLogin;

    @ColumnDefault("3")
    @Column(name = "days_count", nullable = false)
    private int daysCount;

    @ColumnDefault("false")
    @Column(name = "second_factor", nullable = false)
    private boolean secondFactor;

    @Column(name = "insertion_id", length = 36)
    @Nullable
    private String insertionId;

    protected UserEntity() {}
}
