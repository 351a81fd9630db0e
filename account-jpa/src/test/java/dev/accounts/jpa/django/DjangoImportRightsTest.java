package dev.accounts.jpa.django;

import static dev.accounts.service.AccountAdministration.ADD_USER;
import static dev.accounts.service.AccountAdministration.CHANGE_USER;
import static dev.accounts.service.AccountAdministration.DELETE_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Which rights staff have after an import. The user model is {@code person}, of an application with any label. */
@OnEachDatabase
class DjangoImportRightsTest {

    @Parameter
    TestDatabase database;

    private ImportedAccounts accounts;
    private DjangoSite site;

    @BeforeEach
    void create_permissions() {
        accounts = ImportedAccounts.in(database);
        site = DjangoSite.on(database);
        site.insert("django_content_type", "1, 'shop', 'person'");
        site.insert("django_content_type", "2, 'shop', 'order'");
        site.insert("auth_permission", "1, '', 1, 'add_person'");
        site.insert("auth_permission", "2, '', 1, 'change_person'");
        site.insert("auth_permission", "3, '', 1, 'delete_person'");
        site.insert("auth_permission", "4, '', 1, 'view_person'");
        site.insert("auth_permission", "5, '', 1, 'ban_person'");
        site.insert("auth_permission", "6, '', 2, 'delete_order'");
        site.insert("auth_group", "1, 'managers'");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void permissions_on_the_user_model_become_those_of_the_library_and_others_keep_their_codes() throws SQLException {
        site.user(1, "ann", "is_staff = true");
        for (int permission = 1; permission <= 6; permission++) {
            grant(1, permission);
        }

        DjangoImportReport report = run();

        assertThat(rights(1))
                .containsExactlyInAnyOrder(
                        ADD_USER,
                        CHANGE_USER,
                        DELETE_USER,
                        "accounts.view_user",
                        "shop.ban_person",
                        "shop.delete_order");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void staff_who_may_delete_by_a_group_may_delete_here() throws SQLException {
        site.user(1, "ann", "is_staff = true");
        site.insert("auth_group_permissions", "1, 1, 2");
        site.insert("auth_group_permissions", "2, 1, 3");
        site.insert(site.sql("USER_groups"), "1, 1, 1");
        site.user(2, "bob");

        assertThat(run().findings()).isEmpty();
        accounts.administration().delete(1, 2);

        assertThat(accounts.rows("select id from account_user")).hasSize(1);
    }

    @Test
    void staff_whom_djoser_lets_delete_by_the_flag_alone_are_found() throws SQLException {
        site.user(1, "ann", "is_staff = true");
        site.user(2, "bob", "is_staff = true");
        grant(2, 2);
        site.user(3, "cid", "is_staff = true, is_superuser = true");
        site.user(4, "dan");

        DjangoImport imported = site.importer().into(accounts.tables());

        assertThat(imported.dryRun().findings())
                .containsExactly(
                        new Finding(
                                Kind.STAFF_RIGHTS,
                                1,
                                "over Djoser, is_staff alone lets this user change and delete accounts; here that needs "
                                        + CHANGE_USER + " and " + DELETE_USER),
                        new Finding(
                                Kind.STAFF_RIGHTS,
                                2,
                                "over Djoser, is_staff alone lets this user change and delete accounts; here that needs "
                                        + DELETE_USER))
                .isEqualTo(imported.run().findings());
    }

    @Test
    void a_permission_on_something_else_gives_no_right_by_its_name() throws SQLException {
        site.insert("django_content_type", "3, 'accounts', 'user'");
        site.insert("auth_permission", "7, '', 3, 'delete_user'");
        site.user(1, "ann");
        grant(1, 7);

        assertThat(run().findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(tuple(Kind.PERMISSION_LEFT_OUT, 7L));
        assertThat(rights(1)).isEmpty();
    }

    @Test
    void which_of_two_models_is_meant_is_not_guessed_and_can_be_set() throws SQLException {
        site.insert("django_content_type", "3, 'crm', 'person'");
        site.insert("auth_permission", "7, '', 3, 'delete_person'");
        site.user(1, "ann");
        grant(1, 3);
        grant(1, 7);

        assertThat(site.importer().into(accounts.tables()).dryRun().findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(tuple(Kind.USER_MODEL_UNCLEAR, 0L));
        assertThat(site.importer()
                        .userModel("shop", "Person")
                        .into(accounts.tables())
                        .run()
                        .findings())
                .isEmpty();
        assertThat(rights(1)).containsExactlyInAnyOrder(DELETE_USER, "crm.delete_person");
    }

    @Test
    void of_two_models_the_one_after_which_the_table_is_named_is_meant() throws SQLException {
        site.insert("django_content_type", "3, 'app', 'person'");
        site.insert("auth_permission", "7, '', 3, 'delete_person'");
        site.user(1, "ann");
        grant(1, 7);

        assertThat(run().findings()).isEmpty();
        assertThat(rights(1)).containsExactly(DELETE_USER);
    }

    @Test
    void permissions_on_groups_and_tokens_are_found_if_a_user_or_a_group_has_them() throws SQLException {
        site.insert("django_content_type", "3, 'auth', 'group'");
        site.insert("django_content_type", "4, 'authtoken', 'token'");
        site.insert("auth_permission", "7, '', 3, 'change_group'");
        site.insert("auth_permission", "8, '', 4, 'delete_token'");
        site.insert("auth_permission", "9, '', 4, 'view_token'");
        site.insert("django_content_type", "5, 'auth', 'book'");
        site.insert("auth_permission", "10, '', 5, 'delete_book'");
        site.insert("auth_group_permissions", "1, 1, 8");
        site.user(1, "ann");
        grant(1, 7);
        grant(1, 10);

        assertThat(run().findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(
                        tuple(Kind.PERMISSION_WITHOUT_COUNTERPART, 7L), tuple(Kind.PERMISSION_WITHOUT_COUNTERPART, 8L));
        assertThat(rights(1)).containsExactlyInAnyOrder("auth.change_group", "auth.delete_book");
    }

    @Test
    void a_group_whose_permissions_changed_in_django_since_is_found() throws SQLException {
        site.insert("auth_group_permissions", "1, 1, 6");
        run();
        assertThat(run().findings()).isEmpty();

        site.execute("delete from auth_group_permissions");

        assertThat(run().findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(tuple(Kind.GROUP_DIFFERS, 1L));
    }

    private void grant(long user, long permission) {
        site.insert(site.sql("USER_user_permissions"), permission + ", " + user + ", " + permission);
    }

    private Set<String> rights(long user) {
        return accounts.stores().roles().effective(user);
    }

    private DjangoImportReport run() throws SQLException {
        return site.importer().into(accounts.tables()).run();
    }
}
