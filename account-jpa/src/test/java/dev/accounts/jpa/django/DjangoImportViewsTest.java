package dev.accounts.jpa.django;

import static dev.accounts.service.AccountAdministration.DELETE_USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.model.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The views that {@code docs/django.md} shows, for models that lack columns of Django's own user model. */
@OnEachDatabase
class DjangoImportViewsTest {

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile(";\\s*");
    private static final String TOKEN = "0123456789".repeat(4);

    @Parameter
    TestDatabase database;

    @Test
    void a_model_without_usernames_names_and_permissions_is_read_by_views() throws SQLException, IOException {
        ImportedAccounts accounts = ImportedAccounts.in(database);
        try (DjangoSite site = DjangoSite.on(database)) {
            createMembers(site);
            run(site, shown("create view import_user as"));

            DjangoImportReport report = DjangoImport.from(site.database())
                    .userTable("import_user")
                    .into(accounts.tables())
                    .run();

            assertThat(report.users()).isEqualTo(new Count(2, 0, 0));
            assertThat(report.findings()).isEmpty();
            User ann = accounts.service().getUser(TOKEN, 7);
            assertThat(ann.username()).isEqualTo("ann@example.com");
            assertThat(ann.email()).isEqualTo("ann@example.com");
            assertThat(ann.firstName()).isEmpty();
            assertThat(ann.superuser()).isFalse();
            assertThat(accounts.service().getUser(TOKEN, 8).superuser()).isTrue();
        }
    }

    private void createMembers(DjangoSite site) {
        String bool = database.product().equals("H2") ? "integer" : "boolean";
        site.execute(
                "create table app_member (id bigint primary key, email varchar(254), password varchar(128), is_active "
                        + bool + ", is_admin " + bool + ", created_at timestamp, last_login timestamp null)");
        site.insert("app_member", "7, 'ann@example.com', '!', true, false, '2022-01-01 00:00:00', null");
        site.insert("app_member", "8, 'bob@example.com', '!', true, true, '2022-01-01 00:00:00', null");
        site.token(TOKEN, 7);
    }

    @Test
    void a_model_with_uuids_is_read_by_views_in_a_schema_of_their_own() throws SQLException, IOException {
        if (!database.product().equals("PostgreSQL")) {
            return;
        }
        try (DjangoSite site = DjangoSite.on(database);
                HikariDataSource accounts = database.anotherDatabase()) {
            AccountSchema.of(accounts).createIfMissing();
            createUuids(site);
            run(site, shown("create schema import"));

            DjangoImportReport report = DjangoImport.from(site.database())
                    .userTable("import.app_person")
                    .userModel("app", "Person")
                    .into(accounts)
                    .run();

            assertThat(report.findings()).isEmpty();
            assertThat(report.users()).isEqualTo(new Count(2, 0, 0));
            assertThat(report.tokens()).isEqualTo(new Count(1, 0, 0));
            assertThat(report.groups()).isEqualTo(new Count(1, 0, 0));
            assertThat(cells(
                            accounts, "select u.username from account_user u join account_token t on t.user_id = u.id"))
                    .containsExactly("ann");
            assertThat(cells(
                            accounts,
                            "select g.name from account_user_group l join account_group g on g.id = l.group_id"))
                    .containsExactly("editors");
            assertThat(cells(accounts, "select code from account_permission")).containsExactly(DELETE_USER);
        }
    }

    private static void createUuids(DjangoSite site) {
        site.user(1, "ann");
        site.user(2, "bob");
        site.insert("auth_group", "1, 'editors'");
        site.insert("app_person_groups", "1, 1, 1");
        site.insert("django_content_type", "1, 'app', 'person'");
        site.insert("auth_permission", "1, '', 1, 'delete_person'");
        site.token(TOKEN, 1);
        String uuid = " type uuid using lpad(%s::text, 32, '0')::uuid";
        site.execute("alter table app_person drop constraint app_person_pkey");
        site.execute("alter table app_person alter column id" + uuid.formatted("id"));
        site.execute("alter table app_person_groups alter column person_id" + uuid.formatted("person_id"));
        site.execute("alter table app_person_user_permissions alter column person_id" + uuid.formatted("person_id"));
        site.execute("alter table authtoken_token alter column user_id" + uuid.formatted("user_id"));
    }

    private static List<String> cells(HikariDataSource accounts, String sql) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = accounts.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                cells.add(rows.getString(1));
            }
        }
        return cells;
    }

    /** Returns the block of the page that has a text. */
    private static String shown(String text) throws IOException {
        return SQL.matcher(Files.readString(Path.of("..", "docs", "django.md")))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static void run(DjangoSite site, String statements) {
        END.splitAsStream(statements).forEach(site::execute);
    }
}
