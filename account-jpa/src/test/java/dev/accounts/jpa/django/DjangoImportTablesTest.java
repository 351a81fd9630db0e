package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.model.User;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Names of tables that must be quoted, keys that are no numbers, and tables that have the names of the library's. */
@OnEachDatabase
class DjangoImportTablesTest {

    private static final String TOKEN = "0123456789".repeat(4);

    @Parameter
    TestDatabase database;

    private ImportedAccounts accounts;

    @BeforeEach
    void empty() {
        accounts = ImportedAccounts.in(database);
    }

    @Test
    void a_keyword_is_the_name_of_a_table() throws SQLException {
        assertReads("user");
    }

    @Test
    void capitals_in_the_name_of_a_table_are_kept() throws SQLException {
        assertReads("Users");
    }

    private void assertReads(String userTable) throws SQLException {
        try (DjangoSite site = DjangoSite.on(database, userTable)) {
            site.user(7, "ann");
            site.insert("auth_group", "1, 'editors'");
            site.insert(site.sql("USER_groups"), "1, 7, 1");
            site.token(TOKEN, 7);

            assertThat(site.importer().into(accounts.tables()).run().users()).isEqualTo(new Count(1, 0, 0));

            User ann = accounts.service().getUser(TOKEN, 7);
            assertThat(ann.username()).isEqualTo("ann");
            assertThat(ann.groups()).hasSize(1);
        }
    }

    @Test
    void ids_that_are_no_integers_are_refused() {
        try (DjangoSite site = DjangoSite.on(database)) {
            String type = database.product().equals("MariaDB") ? "char(32)" : "uuid";
            site.execute("create table uuid_user as select * from " + site.sql("USER"));
            site.execute("alter table uuid_user drop column id");
            site.execute("alter table uuid_user add column id " + type);

            assertThatIllegalStateException()
                    .isThrownBy(DjangoImport.from(site.database())
                            .userTable("uuid_user")
                            .into(accounts.tables())::dryRun)
                    .withMessageContaining("the ids in the table uuid_user")
                    .withMessageContainingAll("type", "only rows with integer ids can be imported");
        }
    }

    @Test
    void a_table_with_a_name_of_the_library_is_left_alone_and_another_schema_is_the_way_out() throws SQLException {
        try (DjangoSite site = DjangoSite.on(database, kept("account_user"))) {
            site.user(7, "ann");
            site.token(TOKEN, 7);

            assertThatIllegalStateException()
                    .isThrownBy(site.importer().into(site.database())::run)
                    .withMessageContaining("the table account_user belongs to another application")
                    .withMessageContaining("Give the account library its own schema");
            assertThatIllegalStateException()
                    .isThrownBy(AccountSchema.of(site.database())::createIfMissing)
                    .withMessageContaining("Give the account library its own schema");

            try (HikariDataSource beside = ownSchema(site)) {
                AccountSchema.of(beside).createIfMissing();
                assertThat(site.importer().into(beside).run().users()).isEqualTo(new Count(1, 0, 0));
            }
        }
    }

    @Test
    void the_tables_of_the_library_are_not_taken_for_those_of_django() {
        assertThatIllegalStateException()
                .isThrownBy(DjangoImport.from(accounts.tables())
                        .userTable("account_user")
                        .into(accounts.tables())::run)
                .withMessageContaining("the table account_user is the one of the account library, not Django's")
                .withMessageContaining("public.account_user");
    }

    @Test
    void a_table_that_only_the_model_of_another_application_shares_is_told_too() {
        try (DjangoSite site = DjangoSite.on(database)) {
            site.execute("create table account_group (id bigint primary key, title varchar(20))");

            assertThatIllegalStateException()
                    .isThrownBy(site.importer().into(site.database())::run)
                    .withMessageContaining("the table account_group belongs to another application");
        }
    }

    /** H2 keeps the names of the library's tables in capitals. */
    private String kept(String table) {
        return database.product().equals("H2") ? table.toUpperCase(Locale.ROOT) : table;
    }

    private HikariDataSource ownSchema(DjangoSite site) {
        if (database.product().equals("MariaDB")) {
            return database.anotherDatabase();
        }
        site.execute("create schema " + kept("accounts"));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(site.database().getJdbcUrl());
        config.setSchema(kept("accounts"));
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }
}
