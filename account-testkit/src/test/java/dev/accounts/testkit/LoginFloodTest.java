package dev.accounts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.IssuedToken;
import dev.accounts.password.Argon2idHasher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real hashes, more logins at once than may be computed at once. How many are is the business of core's own tests. */
class LoginFloodTest {

    private static final int THREADS = 64;

    @Test
    void none_of_many_logins_at_once_is_lost() throws Exception {
        TestAccounts accounts = TestAccounts.create(builder -> builder.withoutThrottle()
                .passwordHasher(Argon2idHasher.builder()
                        .maxParallelHashes(2)
                        .maxWait(Duration.ofMinutes(5))
                        .build()));
        accounts.registered("ana");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<IssuedToken> login = () -> accounts.service().login("ana", TestAccounts.PASSWORD);
            List<Future<IssuedToken>> logins = threads.invokeAll(
                    Stream.generate(() -> login).limit(THREADS).toList());

            assertThat(logins)
                    .extracting(Future::get)
                    .extracting(IssuedToken::value)
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            token -> assertThat(accounts.service().me(token)).isNotNull());
        } finally {
            threads.shutdownNow();
        }
    }
}
