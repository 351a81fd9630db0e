package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.AnotherJvm;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.password.DjangoPasswordHasher;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The recorded database, in a JVM without Bouncy Castle. */
class DjangoImportWithoutBouncyCastleTest {

    /** The JVM that announces, imports and logs in. */
    static final class Importing {

        public static void main(String[] urls) throws SQLException {
            try (HikariDataSource django = pool(urls[0]);
                    HikariDataSource tables = pool(urls[1])) {
                AccountSchema.of(tables).createIfMissing();
                DjangoImport imported =
                        DjangoImport.from(django).userTable("weather_user").into(tables);
                imported.dryRun().findings().stream()
                        .filter(finding -> finding.kind() == Kind.PASSWORD_NEEDS_LIBRARY)
                        .forEach(System.out::println);
                imported.run();
                logIn(tables);
            }
        }

        private static void logIn(HikariDataSource tables) {
            try (JpaAccountStores stores = JpaAccountStores.over(tables)) {
                Accounts.builder(stores)
                        .passwordHasher(DjangoPasswordHasher.over(Argon2idHasher.withDefaults()))
                        .build()
                        .service()
                        .login("scrypt_user", "scrypt-secret-pw");
            } catch (BadCredentialsException e) {
                System.out.println("refused like a wrong password");
            }
        }

        private static HikariDataSource pool(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(2);
            return new HikariDataSource(config);
        }
    }

    @Test
    void finds_users_whose_hashes_need_it_and_refuses_their_logins() throws Exception {
        try (HikariDataSource tables = DjangoDump.emptyDatabase()) {
            String django = DjangoDump.database().unwrap(HikariDataSource.class).getJdbcUrl();

            AnotherJvm jvm = AnotherJvm.runWithout("bcprov", Importing.class, django, tables.getJdbcUrl());

            assertThat(jvm.said())
                    .contains("id=14", "id=17", "id=26", "the hash is scrypt", "refused like a wrong password")
                    .doesNotContain("id=13", "scrypt-secret-pw", "scrypt$16384");
            assertThat(jvm.status()).isZero();
        }
    }
}
