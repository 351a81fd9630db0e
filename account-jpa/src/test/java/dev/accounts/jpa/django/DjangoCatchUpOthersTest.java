package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another run takes of logins, names, towns and addresses, where other accounts are concerned. */
@OnEachDatabase
class DjangoCatchUpOthersTest extends DjangoCatchUpFixture {

    @Test
    void a_later_login_alone_is_no_finding_and_is_taken() throws SQLException {
        site.change(1, "last_login = " + site.time("2024-05-06 07:08:09"));

        assertThat(imported.run().findings()).isEmpty();
        assertThat(imported.catchUp().findings()).isEmpty();
        assertThat(accounts.service().getUser(TOKEN, 1).lastLogin().orElseThrow())
                .hasToString("2024-05-06T07:08:09Z");
    }

    @Test
    void a_name_that_another_account_has_is_not_taken() throws SQLException {
        site.change(1, "username = 'BOB', first_name = 'Ann'");

        assertThat(imported.catchUp().findings())
                .containsExactlyInAnyOrder(
                        new Finding(Kind.NAME_TAKEN, 1, "keeps its name here: user 2 has the new one"),
                        new Finding(Kind.CAUGHT_UP, 1, "taken from Django: first_name"));
        assertThat(user(1).username()).isEqualTo("ann");
    }

    @Test
    void towns_are_taken_but_for_those_that_are_others_here() throws SQLException {
        site.execute("create table country (id bigint primary key, name varchar(99))");
        site.execute("create table town (id bigint primary key, name varchar(99), lon float, lat float,"
                + " country_id bigint)");
        site.execute("create table app_person_towns (id bigint primary key, person_id bigint, town_id bigint)");
        site.insert("country", "1, 'Latvia'");
        site.insert("town", "1, 'Riga', 24.1, 56.9, 1");
        site.insert("town", "2, 'Cesis', 25.2, 57.3, 1");
        site.user(3, "cid");
        site.insert("app_person_towns", "1, 3, 1");
        DjangoImport withTowns = site.importer().townTables("town", "country").into(accounts.tables());
        withTowns.run();

        site.execute("update town set name = 'Riga-Nord' where id = 1");
        site.insert("app_person_towns", "2, 3, 2");

        assertThat(withTowns.run().findings())
                .extracting(Finding::kind, Finding::text)
                .containsExactly(
                        tuple(Kind.TOWN_LEFT_OUT, "another town has its id here"),
                        tuple(Kind.DIFFERS, "changed in Django since the import: towns"));
        withTowns.catchUp();
        assertThat(accounts.rows("select town_id from account_user_town")).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void addresses_change_hands_in_one_run() throws SQLException {
        site.change(2, "email = 'ann@example.com'");
        site.change(1, "email = 'anna@example.com'");

        assertThat(imported.catchUp().findings()).extracting(Finding::kind).containsOnly(Kind.CAUGHT_UP);
        assertThat(accounts.rows("select email from account_user"))
                .containsExactly(List.of("ann@example.com"), List.of("anna@example.com"));
    }

    @Test
    void a_user_of_another_application_with_the_same_id_is_not_taken_for_it() throws SQLException {
        site.change(1, "username = 'zoe', date_joined = " + site.time("2020-01-01 00:00:00"));

        assertThat(imported.catchUp().findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(tuple(Kind.ID_TAKEN, 1L));
        assertThat(user(1).username()).isEqualTo("ann");
    }
}
