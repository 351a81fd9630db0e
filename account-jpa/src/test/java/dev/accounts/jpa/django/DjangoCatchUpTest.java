package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.User;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another run tells, and takes, of what changed in Django since the import. */
@OnEachDatabase
class DjangoCatchUpTest extends DjangoCatchUpFixture {

    @Test
    void nothing_is_found_and_nothing_is_written() throws SQLException {
        Map<String, List<List<String>>> before = accounts.everything();

        for (DjangoImportReport report : List.of(imported.dryRun(), imported.run(), imported.catchUp())) {
            assertThat(report.findings()).isEmpty();
            assertThat(report.users()).isEqualTo(new Count(0, 2, 0));
            assertThat(report.tokens()).isEqualTo(new Count(0, 2, 0));
        }
        assertThat(accounts.everything()).isEqualTo(before);
    }

    @Test
    void the_memory_holds_digests_only_and_goes_with_the_account() throws SQLException {
        assertThat(accounts.rows("select source_state, state_here from account_import")
                        .toString())
                .matches("\\[(\\[[0-9a-f]{64}, [0-9a-f]{64}](, )?){2}]");
        assertThat(accounts.rows("select digest from account_import_token").toString())
                .doesNotContain(TOKEN, OTHER);

        database.execute("delete from account_user");

        assertThat(accounts.rows("select * from account_import")).isEmpty();
        assertThat(accounts.rows("select * from account_import_token")).isEmpty();
    }

    @Test
    void is_told_by_the_names_of_the_fields_and_not_taken_by_a_run() throws SQLException {
        change_much();
        Map<String, List<List<String>>> before = accounts.everything();

        DjangoImportReport announced = imported.dryRun();
        DjangoImportReport report = imported.run();

        assertThat(report.findings())
                .containsExactly(new Finding(
                        Kind.DIFFERS,
                        1,
                        "changed in Django since the import: email, first_name, groups, is_staff, password, username"));
        assertThat(announced).isEqualTo(report);
        assertThat(accounts.everything()).isEqualTo(before);
    }

    @Test
    void is_taken_by_a_run_that_catches_up_and_then_no_difference_is_left() throws SQLException {
        change_much();

        assertThat(imported.catchUp().findings())
                .extracting(Finding::kind, Finding::id)
                .contains(tuple(Kind.CAUGHT_UP, 1L));

        User ann = accounts.service().getUser(TOKEN, 1);
        assertThat(ann.username()).isEqualTo("Anna");
        assertThat(ann.email()).isEqualTo("anna@example.com");
        assertThat(ann.firstName()).isEqualTo("Anna");
        assertThat(ann.staff()).isTrue();
        assertThat(ann.groups()).extracting("name").containsExactly("viewers");
        assertThat(accounts.passwordHash(1)).isEqualTo("!new");
        assertThat(imported.run().findings()).isEmpty();
    }

    private void change_much() {
        site.change(
                1,
                "username = 'Anna', email = 'anna@example.com', first_name = 'Anna', is_staff = true, password = '!new'");
        site.execute("update " + site.sql("USER_groups") + " set group_id = 2");
        site.change(2, "last_login = date_joined");
    }

    @Test
    void a_deactivation_ends_the_tokens_and_an_activation_does_not_bring_them_back_unasked() throws SQLException {
        site.change(1, "is_active = false");

        DjangoImportReport announced = imported.run();
        assertThat(announced.tokens()).isEqualTo(new Count(0, 1, 1));
        assertThat(announced.findings())
                .contains(new Finding(Kind.DIFFERS, 1, "changed in Django since the import: is_active, tokens"))
                .extracting(Finding::kind)
                .contains(Kind.TOKEN_UNUSABLE);
        assertThat(accounts.service().me(TOKEN).id()).isEqualTo(1);

        imported.catchUp();
        assertRefused(TOKEN);
        assertThat(user(1).flags().active()).isFalse();

        site.change(1, "is_active = true");
        assertRefused(TOKEN);
        assertThat(imported.catchUp().tokens()).isEqualTo(new Count(1, 1, 0));
        assertThat(accounts.service().me(TOKEN).id()).isEqualTo(1);
    }

    @Test
    void a_token_that_is_new_is_found_and_one_that_ended_ends_here() throws SQLException {
        site.execute("delete from authtoken_token where user_id = 1");
        String next = "cd".repeat(20);
        site.token(next, 1);

        DjangoImportReport announced = imported.run();
        assertThat(announced.tokens()).isEqualTo(new Count(0, 1, 1));
        assertThat(announced.findings())
                .containsExactly(new Finding(Kind.DIFFERS, 1, "changed in Django since the import: tokens"));
        assertRefused(next);

        assertThat(imported.catchUp().findings())
                .containsExactly(new Finding(Kind.CAUGHT_UP, 1, "taken from Django: tokens"));
        assertThat(accounts.service().me(next).id()).isEqualTo(1);
        assertRefused(TOKEN);
    }

    @Test
    void a_deleted_user_is_found_and_then_deleted_here() throws SQLException {
        delete(2);
        delete(1);
        site.user(3, "bob");

        assertThat(imported.run().findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(
                        tuple(Kind.DELETED_IN_DJANGO, 1L),
                        tuple(Kind.DELETED_IN_DJANGO, 2L),
                        tuple(Kind.NAME_TAKEN, 3L));
        assertThat(accounts.service().me(OTHER).id()).isEqualTo(2);

        assertThat(imported.catchUp().users()).isEqualTo(new Count(1, 0, 0));
        assertThat(accounts.rows("select id, username from account_user")).containsExactly(List.of("3", "bob"));
        assertRefused(OTHER);
    }

    @Test
    void a_deleted_user_with_the_greatest_id_is_found_too() throws SQLException {
        delete(2);

        assertThat(imported.catchUp().findings())
                .containsExactly(
                        new Finding(Kind.DELETED_IN_DJANGO, 2, "deleted here, too, because it was deleted in Django"));
    }

    @Test
    void an_empty_table_deletes_no_account() throws SQLException {
        delete(1);
        delete(2);

        assertThatIllegalStateException()
                .isThrownBy(imported::catchUp)
                .withMessageContaining("app_person")
                .withMessageContaining("has no users");
        assertThat(accounts.rows("select * from account_user")).hasSize(2);
    }
}
