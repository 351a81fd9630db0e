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
        indexes = @Index(name = "account_user_superuser_ix", columnList = "is_superuser"))
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
    long version;

    @CodePoints
    @Column(name = "username", nullable = false, length = 150)
    String username = "";

    @CodePoints
    @Column(name = "username_key", nullable = false, length = 300)
    String usernameKey = "";

    @CodePoints
    @Column(name = "email", nullable = false, length = 254)
    String email = "";

    @CodePoints
    @Column(name = "email_key", length = 510)
    @Nullable
    String emailKey;

    @ColumnDefault("false")
    @Column(name = "email_verified", nullable = false)
    boolean emailVerified;

    @CodePoints
    @Column(name = "pending_email", length = 254)
    @Nullable
    String pendingEmail;

    @Column(name = "password_hash", nullable = false, length = 255)
    String passwordHash = "";

    @CodePoints
    @ColumnDefault("''")
    @Column(name = "first_name", nullable = false, length = 150)
    String firstName = "";

    @CodePoints
    @ColumnDefault("''")
    @Column(name = "last_name", nullable = false, length = 150)
    String lastName = "";

    @ColumnDefault("true")
    @Column(name = "is_active", nullable = false)
    boolean active;

    @ColumnDefault("false")
    @Column(name = "is_staff", nullable = false)
    boolean staff;

    @ColumnDefault("false")
    @Column(name = "is_superuser", nullable = false)
    boolean superuser;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "date_joined", nullable = false)
    Instant dateJoined = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    @Column(name = "last_login")
    @Nullable
    Instant lastLogin;

    @ColumnDefault("3")
    @Column(name = "days_count", nullable = false)
    int daysCount;

    @Column(name = "insertion_id", length = 36)
    @Nullable
    String insertionId;

    protected UserEntity() {}
}
