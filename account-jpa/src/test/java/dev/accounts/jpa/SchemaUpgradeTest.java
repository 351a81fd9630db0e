package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.internal.schema.SchemaScript;
import dev.accounts.model.AuthToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.spi.UserKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A database of the first version, with users and tokens, becomes one of this version. */
@OnEachDatabase
class SchemaUpgradeTest {

    private static final Instant ISSUED = Instant.parse("2026-01-02T03:04:05.678901Z");

    @Parameter
    TestDatabase database;

    private HikariDataSource old;

    @BeforeEach
    void create_the_first_version() throws SQLException {
        old = database.anotherDatabase();
        try (Connection connection = old.getConnection()) {
            SchemaScript.allFor(connection).get(0).run(connection);
        }
        TestDatabase.execute(old, """
                insert into account_user (username, username_key, email, email_key, password_hash, date_joined)
                values ('Ana', 'ana', 'ana@x.org', 'ana@x.org', 'hash', current_timestamp)""");
        insertToken("one");
        insertToken("two");
    }

    @AfterEach
    void close() {
        old.close();
    }

    private void insertToken(String value) {
        String created = database.product().equals("MariaDB")
                ? "timestamp '2026-01-02 03:04:05.678901'"
                : "timestamp with time zone '2026-01-02 03:04:05.678901+00:00'";
        TestDatabase.execute(
                old,
                "insert into account_token (digest, user_id, created_at) select '"
                        + TokenDigest.of(value).hex() + "', id, " + created + " from account_user");
    }

    @Test
    void is_asked_for_by_stores_of_this_version() {
        assertThatThrownBy(() -> JpaAccountStores.over(old))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("V2__account_life.sql");
    }

    @Test
    void is_done_once() throws SQLException {
        assertThat(AccountSchema.of(old).createIfMissing()).isTrue();
        assertThat(AccountSchema.of(old).createIfMissing()).isFalse();
    }

    @Test
    void keeps_tokens_alive_and_gives_each_a_name() throws SQLException {
        AccountSchema.of(old).createIfMissing();
        try (JpaAccountStores stores = JpaAccountStores.over(old)) {
            long id = ana(stores).id();

            assertThat(stores.tokens().list(id)).hasSize(2).allSatisfy(token -> {
                assertThat(token.label()).isEmpty();
                assertThat(token.createdAt()).isEqualTo(ISSUED);
                assertThat(token.lastUsedAt()).isEqualTo(ISSUED);
                assertThat(stores.tokens()
                                .findOwner(token.digest())
                                .orElseThrow()
                                .tokenId())
                        .isEqualTo(token.id());
            });
            assertThat(stores.tokens().list(id)).extracting(AuthToken::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void keeps_users_who_can_log_in_and_be_changed() throws SQLException {
        AccountSchema.of(old).createIfMissing();
        try (JpaAccountStores stores = JpaAccountStores.over(old)) {
            StoredUser ana = ana(stores);
            AuthToken token = new AuthToken(
                    TokenDigest.of("three"), UUID.randomUUID(), ana.id(), "", ISSUED, ISSUED, Optional.empty());

            assertThat(ana.version()).isZero();
            assertThat(ana.email().verified()).isFalse();
            assertThat(stores.tokens().issue(new VerifiedLogin(token, "hash", "hash", 3)))
                    .isTrue();
            assertThat(stores.users().replace(ana(stores).withPasswordHash("other")))
                    .isTrue();
            assertThat(ana(stores).version()).isEqualTo(2);
        }
    }

    private static StoredUser ana(AccountStores stores) {
        return stores.users().read(UserKey.username("ana")).orElseThrow();
    }
}
