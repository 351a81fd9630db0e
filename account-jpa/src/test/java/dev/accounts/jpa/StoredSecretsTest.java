package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.model.TokenDigest;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.service.AccountService;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.slf4j.LoggerFactory;

/** What can be read in a dump of the database and in the logs after a person has used an account. */
@OnEachDatabase
class StoredSecretsTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String WRONG = "incorrect horse battery staple";

    @Parameter
    TestDatabase database;

    private final Logger library = (Logger) LoggerFactory.getLogger("dev.accounts");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private String token = "";
    private String endedToken = "";

    @BeforeEach
    void use_an_account() {
        database.empty();
        logged.start();
        library.setLevel(Level.TRACE);
        library.setAdditive(false);
        library.addAppender(logged);
        AccountService accounts = Accounts.builder(database.stores())
                .passwordHasher(Argon2idHasher.withDefaults())
                .build()
                .service();
        long id = accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"))
                .id();
        assertThatThrownBy(() -> accounts.register(Registration.of("ana", PASSWORD)))
                .isNotNull();
        assertThatThrownBy(() -> accounts.login("ana", WRONG)).isNotNull();
        token = accounts.login("ana", PASSWORD).value();
        endedToken = accounts.login("ana", PASSWORD).value();
        accounts.getUser(token, id);
        accounts.logout(endedToken);
        assertThatThrownBy(() -> accounts.me(endedToken)).isNotNull();
    }

    @AfterEach
    void stop_listening() {
        library.detachAppender(logged);
        library.setAdditive(true);
        library.setLevel(null);
    }

    @Test
    void a_dump_holds_no_token_and_no_password() {
        String dump = String.join("\n", database.dump());

        assertThat(dump).contains("ana@x.org").contains("$argon2id$");
        assertThat(dump).doesNotContain(token, endedToken, PASSWORD, WRONG);
    }

    @Test
    void the_logs_of_the_library_hold_no_token_no_password_and_no_hash() {
        String log = logged.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));

        assertThat(log).contains("registered", "logged in", "refused");
        assertThat(log).doesNotContain(token, endedToken, PASSWORD, WRONG, "$argon2");
        assertThat(log)
                .doesNotContain(
                        TokenDigest.of(token).hex(), TokenDigest.of(endedToken).hex());
    }
}
