package dev.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.accounts.fixture.Bench;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.TokenDigest;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.service.AccountService;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.LoggerFactory;

/** What the library logs at its most talkative, read from the console. */
@ResourceLock(Resources.SYSTEM_OUT)
@Isolated
class SecretsInLogsTest {

    private static final String WRONG = "xK9#mQ2z-wrong";
    private static final String CHEAP_HASH = "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$" + "A".repeat(43);

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.accounts");

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(captured, true, UTF_8));
        logger.setLevel(Level.TRACE);
    }

    @AfterEach
    void release() {
        logger.setLevel(null);
        System.setOut(console);
    }

    @Test
    void no_operation_logs_a_password_a_token_a_hash_or_a_digest() {
        Bench bench = new Bench();
        Argon2idHasher hasher =
                Argon2idHasher.builder().memoryKib(7168).passes(5).build();
        Accounts accounts = bench.builder().passwordHasher(hasher).build();
        AccountService service = accounts.service();
        AccountHttp http = AccountHttp.over(accounts);

        service.register(Registration.of("alice", Bench.PASSWORD));
        IssuedToken issued = service.login("alice", Bench.PASSWORD);
        service.me(issued.value());
        service.getUser(issued.value(), 1);
        http.handle(HttpCall.of("POST", "/auth/token/login/")
                .body(Map.of("username", "alice", "password", Bench.PASSWORD)));
        http.handle(HttpCall.of("GET", "/auth/users/me/").header("Authorization", "Token " + issued.value()));
        service.logout(issued.value());
        String hash = bench.stores.hashes.put(1L, CHEAP_HASH);
        for (String refused : new String[] {WRONG, "\uD800" + WRONG, WRONG.repeat(1000)}) {
            assertThat(catchThrowable(() -> service.login("alice", refused))).isNotNull();
            assertThat(catchThrowable(() -> service.login(refused, refused))).isNotNull();
            assertThat(catchThrowable(() -> service.register(Registration.of("alice", refused))))
                    .isNotNull();
        }
        assertThat(catchThrowable(() -> service.me(issued.value()))).isNotNull();

        assertThat(captured.toString(UTF_8))
                .contains(
                        "user 1 registered",
                        "user 1 logged in",
                        "a logout revoked a token",
                        "wrong password",
                        "unknown user")
                .doesNotContain(
                        Bench.PASSWORD,
                        WRONG,
                        issued.value(),
                        TokenDigest.of(issued.value()).hex(),
                        hash,
                        CHEAP_HASH)
                .doesNotContain("argon2id$");
    }
}
