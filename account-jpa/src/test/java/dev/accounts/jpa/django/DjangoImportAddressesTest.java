package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.internal.django.DjangoDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Which of several users keeps an address. */
@OnEachDatabase
class DjangoImportAddressesTest {

    private static final String SHARED = "email = 'Ann@Example.com'";
    private static final String ALIKE = "email = 'ann@EXAMPLE.com'";
    private static final String INACTIVE = ", is_active = false";

    @Parameter
    TestDatabase database;

    private ImportedAccounts accounts;
    private DjangoSite site;

    @BeforeEach
    void create() {
        accounts = ImportedAccounts.in(database);
        site = DjangoSite.on(database);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_active_user_precedes_one_who_logged_in_later() throws SQLException {
        site.user(1, "ann", SHARED + INACTIVE + loggedIn("2024-01-01 00:00:00"));
        site.user(2, "ann2", ALIKE);

        assertKeeps(2, 1);
    }

    @Test
    void of_active_users_the_one_who_logged_in_last_precedes() throws SQLException {
        site.user(1, "ann", SHARED);
        site.user(2, "ann2", ALIKE + loggedIn("2023-01-01 00:00:00"));
        site.user(3, "ann3", ALIKE + loggedIn("2024-01-01 00:00:00"));
        site.user(4, "ann4", SHARED + loggedIn("2022-01-01 00:00:00"));

        assertKeeps(3, 1, 2, 4);
    }

    @Test
    void of_equal_users_the_one_with_the_smallest_id_precedes() throws SQLException {
        site.user(3, "ann3", SHARED + INACTIVE);
        site.user(1, "ann", SHARED + INACTIVE);
        site.user(2, "ann2", ALIKE + INACTIVE);

        assertKeeps(1, 2, 3);
    }

    @Test
    void a_user_of_a_later_page_takes_the_address_from_one_of_an_earlier_page() throws SQLException {
        site.user(1, "ann", SHARED + INACTIVE);
        site.user(2, "ann2", SHARED + INACTIVE);
        for (int id = 3; id < DjangoDatabase.PAGE + 10; id++) {
            site.user(id, "user" + id);
        }
        site.user(DjangoDatabase.PAGE + 10, "ann3", ALIKE);

        assertKeeps(DjangoDatabase.PAGE + 10, 1, 2);
        assertThat(run().findings()).isEmpty();
    }

    @Test
    void a_user_who_came_after_the_import_takes_it_only_when_the_run_catches_up() throws SQLException {
        site.user(1, "ann", SHARED + INACTIVE + loggedIn("2024-01-01 00:00:00"));
        run();
        site.user(2, "ann2", SHARED);

        assertThat(run().findings()).containsExactly(shared(2, 1));
        assertThat(holders()).containsExactly(List.of("1"));

        assertThat(site.importer().into(accounts.tables()).catchUp().findings()).contains(shared(1, 2));
        assertThat(holders()).containsExactly(List.of("2"));
    }

    @Test
    void an_account_that_changed_here_keeps_it() throws SQLException {
        site.user(1, "ann", SHARED + INACTIVE);
        run();
        database.execute("update account_user set first_name = 'Ann' where id = 1");
        site.user(2, "ann2", SHARED);

        assertThat(site.importer().into(accounts.tables()).catchUp().findings()).containsExactly(shared(2, 1));
        assertThat(holders()).containsExactly(List.of("1"));
    }

    private void assertKeeps(long holder, long... others) throws SQLException {
        DjangoImport imported = site.importer().into(accounts.tables());

        DjangoImportReport announced = imported.dryRun();

        assertThat(announced).isEqualTo(imported.run());
        assertThat(announced.findings())
                .filteredOn(finding -> finding.kind() == Kind.EMAIL_SHARED)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(others)
                        .mapToObj(loser -> shared(loser, holder))
                        .toList());
        assertThat(holders()).containsExactly(List.of(String.valueOf(holder)));
    }

    private static Finding shared(long loser, long holder) {
        return new Finding(Kind.EMAIL_SHARED, loser, "imported without an address: user " + holder + " has the same");
    }

    private String loggedIn(String time) {
        return ", last_login = " + site.time(time);
    }

    private List<List<String>> holders() throws SQLException {
        return accounts.rows("select id from account_user where email_key is not null");
    }

    private DjangoImportReport run() throws SQLException {
        return site.importer().into(accounts.tables()).run();
    }
}
