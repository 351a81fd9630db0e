package dev.accounts.jpa.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.TestAccounts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Runs the Java of README.md; {@link DocsTest} proves that it has no other. */
class ReadmeTest {

    @Test
    void the_first_program_prints_what_the_readme_says() throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            Main.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        String user = printed.toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith("Hello"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(Path.of("../README.md"))).contains("It prints `" + user + "`.");
    }

    @Test
    void a_system_is_built_on_a_database() throws Exception {
        DataSource dataSource = Snippets.database();
        JpaAccountStores stores = JpaAccountStores.over(dataSource);
        Accounts system = Accounts.over(stores);
        AccountService accounts = system.service();
        assertThat(accounts.isRegistered("kust2")).isFalse();
        stores.close();
    }

    @Test
    void an_application_is_tested_in_memory() {
        TestAccounts accounts = TestAccounts.create();
        String token = accounts.loggedIn("ana").value();
        accounts.clock().advance(Duration.ofDays(30));
        assertThatThrownBy(() -> accounts.service().me(token)).isInstanceOf(NotAuthenticatedException.class);
    }
}
