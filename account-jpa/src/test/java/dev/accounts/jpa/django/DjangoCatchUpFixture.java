package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** Two users who were imported from Django, each with a token. */
abstract class DjangoCatchUpFixture {

    static final String TOKEN = "0123456789".repeat(4);
    static final String OTHER = "ab".repeat(20);

    @Parameter
    TestDatabase database;

    ImportedAccounts accounts;
    DjangoSite site;
    DjangoImport imported;

    @BeforeEach
    void import_two_users() throws SQLException {
        accounts = ImportedAccounts.in(database);
        site = DjangoSite.on(database);
        site.insert("auth_group", "1, 'editors'");
        site.insert("auth_group", "2, 'viewers'");
        site.user(1, "ann", "email = 'ann@example.com'");
        site.insert(site.sql("USER_groups"), "1, 1, 1");
        site.token(TOKEN, 1);
        site.user(2, "bob");
        site.token(OTHER, 2);
        imported = site.importer().into(accounts.tables());
        imported.run();
    }

    @AfterEach
    void close() {
        site.close();
    }

    void delete(long id) {
        site.execute("delete from authtoken_token where user_id = " + id);
        site.execute("delete from " + site.sql("USER") + " where id = " + id);
    }

    StoredUser user(long id) {
        return accounts.stores().users().read(UserKey.id(id)).orElseThrow();
    }

    void assertRefused(String token) {
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts.service().me(token));
    }
}
