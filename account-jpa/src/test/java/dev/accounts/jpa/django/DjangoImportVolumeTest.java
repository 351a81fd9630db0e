package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.database.AnotherJvm;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More users than one page has, and 100,000 through a JVM that could not hold them. */
class DjangoImportVolumeTest {

    private static final List<String> OPTIONS = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    /** The JVM that imports. */
    static final class Importing {

        public static void main(String[] urls) throws SQLException {
            try (HikariDataSource django = pool(urls[0]);
                    HikariDataSource accounts = pool(urls[1])) {
                DjangoImport imported = DjangoImport.from(django).into(accounts);
                DjangoImportReport announced = imported.dryRun();
                DjangoImportReport report = imported.run();
                System.out.println("announced: " + announced.equals(report));
                System.out.println("report: " + report);
            }
        }

        private static HikariDataSource pool(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(1);
            return new HikariDataSource(config);
        }
    }

    @Test
    void meet_those_of_earlier_pages_in_a_dry_run_too() throws SQLException {
        try (HikariDataSource django = DjangoDump.emptyDatabase();
                HikariDataSource accounts = DjangoDump.emptyDatabase()) {
            fill(django, 1_100);
            AccountSchema.of(accounts).createIfMissing();
            DjangoImport imported = DjangoImport.from(django).into(accounts);

            DjangoImportReport announced = imported.dryRun();

            assertThat(announced.users()).isEqualTo(new Count(1_099, 0, 1));
            assertThat(announced.findings())
                    .containsExactly(
                            new Finding(Kind.EMAIL_SHARED, 1_099, "imported without an address: user 2 has the same"),
                            new Finding(Kind.NAME_TAKEN, 1_100, "left out: user 1 has the name user1"));
            assertThat(imported.run()).isEqualTo(announced);
        }
    }

    @Test
    @Tag("slow")
    void pass_through_a_small_heap() throws Exception {
        try (HikariDataSource django = DjangoDump.emptyDatabase();
                HikariDataSource accounts = DjangoDump.emptyDatabase()) {
            fill(django, 100_000);
            AccountSchema.of(accounts).createIfMissing();

            assertThat(importInAnotherJvm(django.getJdbcUrl(), accounts.getJdbcUrl()))
                    .contains("announced: true")
                    .contains("users=Count[imported=99999, alreadyThere=0, leftOut=1]")
                    .contains("tokens=Count[imported=10000, alreadyThere=0, leftOut=0]")
                    .contains("kind=EMAIL_SHARED, id=99999")
                    .contains("kind=NAME_TAKEN, id=100000, text=left out: user 1 has the name user1");
        }
    }

    /** The last two have the address and the name of the first two, in another case. */
    private static void fill(HikariDataSource django, int users) {
        DjangoTestTables.onPostgres().create(django);
        TestDatabase.execute(django, "insert into auth_group values (1, 'all')");
        TestDatabase.execute(django, """
                insert into auth_user
                select n, '!' || md5(n::text), null, false, 'user' || n, 'first', 'last', 'user' || n || '@example.com',
                    false, true, now()
                from generate_series(1, %d) n""".formatted(users));
        TestDatabase.execute(django, "update auth_user set username = 'USER1' where id = " + users);
        TestDatabase.execute(django, "update auth_user set email = 'USER2@example.com' where id = " + (users - 1));
        TestDatabase.execute(
                django, "insert into auth_user_groups select n, n, 1 from generate_series(1, " + users / 2 + ") n");
        TestDatabase.execute(django, """
                insert into authtoken_token
                select md5(n::text) || '00000000', now(), n from generate_series(5, %d, 10) n""".formatted(users));
    }

    private static String importInAnotherJvm(String django, String accounts) throws IOException, InterruptedException {
        AnotherJvm jvm = AnotherJvm.run(OPTIONS, Importing.class, django, accounts);
        assertThat(jvm.status()).as(jvm.said()).isZero();
        return jvm.said();
    }
}
