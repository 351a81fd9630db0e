package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.database.AnotherJvm;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * A process that dies between a commit and the delivery of what it asked for, and the one that comes after it. It starts JVMs;
 * the contract of account life has the same in one process, with an executor that takes no task.
 */
@Tag("slow")
@OnEachDatabase
class KilledProcessTest {

    private static final int KILLED = 77;
    private static final String PASSWORD = "k12345678";
    private static final String NEW_PASSWORD = "battery-Staple-9";

    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    private String url;

    /** The process that dies. */
    static final class Dying {

        public static void main(String[] urls) {
            with(urls[0], stores -> {
                AccountService accounts = builder(stores)
                        .deliverAfterCommit(
                                message -> System.out.println("delivered"),
                                delivery -> Runtime.getRuntime().halt(KILLED))
                        .build()
                        .service();
                accounts.passwords().requestReset("ana@x.org");
                return accounts;
            });
            System.out.println("survived");
        }
    }

    @BeforeEach
    void create_a_database_that_outlives_its_processes() throws SQLException {
        url = "jdbc:h2:file:" + folder.resolve("accounts") + ";WRITE_DELAY=0";
        if (!database.product().equals("H2")) {
            try (HikariDataSource pool = database.anotherDatabase()) {
                url = pool.getJdbcUrl();
            }
        }
        try (HikariDataSource pool = pool(url)) {
            AccountSchema.of(pool).createIfMissing();
        }
    }

    @Test
    void a_message_survives_the_process_that_should_have_delivered_it() throws Exception {
        with(
                url,
                stores -> builder(stores)
                        .build()
                        .service()
                        .register(Registration.of("ana", PASSWORD).email("ana@x.org")));

        AnotherJvm died = AnotherJvm.run(List.of("-XX:TieredStopAtLevel=1"), Dying.class, url);

        assertThat(died.status()).as(died.said()).isEqualTo(KILLED);
        assertThat(died.said()).doesNotContain("delivered", "survived");
        assertThat(with(url, KilledProcessTest::loginAfterReset)).isNotNull();
    }

    private static Object loginAfterReset(JpaAccountStores stores) {
        List<AccountMessage> sent = new ArrayList<>();
        assertThat(builder(stores).build().maintenance().deliver(sent::add, 10)).isEqualTo(1);
        OneTimeToken link = sent.get(0).token().orElseThrow();
        AccountService accounts = builder(stores).build().service();
        accounts.passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        return accounts.login("ana", NEW_PASSWORD);
    }

    private static <R> R with(String url, Function<JpaAccountStores, R> work) {
        try (HikariDataSource pool = pool(url);
                JpaAccountStores stores = JpaAccountStores.over(pool)) {
            return work.apply(stores);
        }
    }

    private static AccountsBuilder builder(JpaAccountStores stores) {
        return Accounts.builder(stores).passwordHasher(new FastPasswordHasher());
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }
}
