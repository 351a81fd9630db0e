package dev.accounts.example.siege;

import dev.accounts.Accounts;
import dev.accounts.example.Application;
import dev.accounts.model.Registration;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.password.DjangoPasswordHasher;
import dev.accounts.spi.PasswordHasher;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The example in a JVM of its own, with accounts from Django besides. It prints its port once it is ready. */
public final class SiegedApplication {

    static final String PASSWORD = "str0ng-Pass-9";
    static final int ACCOUNTS = 10;
    static final String READY = "ready on port ";

    /** A hash of Django 5 with 600,000 iterations, of another password. */
    private static final String IMPORTED =
            "pbkdf2_sha256$600000$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private SiegedApplication() {}

    @SuppressWarnings("resource")
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Application.class, Imported.class);
        System.out.println(
                READY + application.run(arguments).getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Replaces the hasher by one that also verifies the hashes of Django. Other tests, which scan this package, must not find it. */
    static class Imported {

        @Bean
        PasswordHasher passwordHasher() {
            return DjangoPasswordHasher.over(Argon2idHasher.withDefaults());
        }

        @Bean
        ApplicationRunner owners(Accounts accounts, JdbcClient database) {
            return arguments -> {
                for (int i = 0; i < ACCOUNTS; i++) {
                    accounts.service().register(Registration.of("owner" + i, PASSWORD));
                    accounts.service().register(Registration.of("imported" + i, PASSWORD));
                }
                database.sql("update account_user set password_hash = ? where username_key like 'imported%'")
                        .param(IMPORTED)
                        .update();
            };
        }
    }
}
