package dev.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.accounts.fixture.Bench;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.TokenSource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoginTest {

    private final Bench bench = new Bench();

    @BeforeEach
    void registerAlice() {
        bench.registered("alice");
        bench.resetCounters();
    }

    @Nested
    class Issues {

        @Test
        void a_token_whose_value_is_nowhere_but_in_the_hand_of_the_caller() {
            IssuedToken issued = bench.service.login("\uFF21LICE ", Bench.PASSWORD);

            assertThat(issued.value()).matches("[0-9a-f]{40}");
            assertThat(issued.token().digest()).isEqualTo(TokenDigest.of(issued.value()));
            assertThat(issued.token().userId()).isOne();
            assertThat(bench.stores.live).containsOnlyKeys(issued.token().digest());
            assertThat(bench.stores.lastLogins).containsEntry(1L, issued.token().createdAt());
        }

        @Test
        void tokens_that_live_as_long_as_set_from_a_time_cut_to_microseconds() {
            bench.now = Instant.parse("2026-05-06T07:08:09.123456789Z");
            Instant cut = Instant.parse("2026-05-06T07:08:09.123456Z");

            IssuedToken issued = bench.builder()
                    .tokens(TokenPolicy.defaults().lifetime(Duration.ofNanos(1999)))
                    .build()
                    .service()
                    .login("alice", Bench.PASSWORD);

            assertThat(issued.token().createdAt()).isEqualTo(cut);
            assertThat(issued.token().expiresAt()).contains(cut.plusNanos(1000));
        }

        @Test
        void tokens_without_an_end_where_they_never_expire() {
            AccountService service = bench.builder()
                    .tokens(TokenPolicy.defaults().neverExpiring())
                    .build()
                    .service();
            IssuedToken issued = service.login("alice", Bench.PASSWORD);
            bench.now = Instant.parse("9999-01-01T00:00:00Z");

            assertThat(issued.token().expiresAt()).isEmpty();
            assertThat(service.me(issued.value()).username()).isEqualTo("alice");
        }

        @Test
        void no_token_of_a_source_that_does_not_keep_its_promise() {
            for (String value :
                    new String[] {"", "a".repeat(39), "a".repeat(41), "A".repeat(40), "g".repeat(40), "/".repeat(40)}) {
                AccountService service =
                        bench.builder().tokenSource(() -> value).build().service();
                assertThatIllegalStateException()
                        .isThrownBy(() -> service.login("alice", Bench.PASSWORD))
                        .withMessage("the token source must give 40 lower-case hex digits");
            }
            assertThat(bench.stores.live).isEmpty();
        }
    }

    @Nested
    class Refuses {

        @Test
        void unknown_inactive_and_wrong_alike_after_one_verification_each() {
            assertRefused("nobody", Bench.PASSWORD);
            assertRefused("alice", Bench.PASSWORD + " ");
            assertRefused("alice", "");
            assertRefused("alice", null);
            assertRefused("alice", "a".repeat(4097));
            assertRefused("alice", "\uD800aaaaaaaa");
            assertRefused(null, Bench.PASSWORD);
            assertRefused("no such name!", Bench.PASSWORD);
            bench.stores.inactive.add(1L);
            assertRefused("alice", Bench.PASSWORD);
        }

        private void assertRefused(String username, String password) {
            bench.resetCounters();
            bench.stores.attempts.counted.clear();
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> bench.service.login(username, password))
                    .withMessage("unable to log in with the provided credentials");
            assertThat(bench.hasher.verifications).isOne();
            assertThat(bench.hasher.hashes).isZero();
            assertThat(bench.stores.live).isEmpty();
        }
    }

    @Nested
    class Rehashes {

        @Test
        void a_hash_that_is_weaker_than_those_made_now() {
            bench.hasher.version = "fast2$";

            bench.loggedIn("alice");
            bench.loggedIn("alice");

            assertThat(bench.stores.hashes.get(1L)).startsWith("fast2$");
            assertThat(bench.hasher.hashes).isOne();
        }

        @Test
        void nothing_else() {
            String before = bench.stores.hashes.get(1L);

            bench.loggedIn("alice");

            assertThat(bench.hasher.hashes).isZero();
            assertThat(bench.stores.hashes).containsEntry(1L, before);
        }
    }

    @Nested
    class WhenTheHashChangesMeanwhile {

        @Test
        void a_second_attempt_serves_a_login_beside_one_that_rehashed() {
            AccountService service =
                    bench.builder().tokenSource(changingTheHash(1)).build().service();

            assertThat(service.login("alice", Bench.PASSWORD)).isNotNull();
            assertThat(bench.hasher.verifications).isEqualTo(2);
        }

        @Test
        void a_third_attempt_is_not_made() {
            AccountService service =
                    bench.builder().tokenSource(changingTheHash(2)).build().service();

            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> service.login("alice", Bench.PASSWORD));
            assertThat(bench.hasher.verifications).isEqualTo(2);
            assertThat(bench.stores.live).isEmpty();
        }

        @Test
        void a_changed_password_ends_the_attempt() {
            AccountService service = bench.builder()
                    .tokenSource(() -> {
                        bench.stores.hashes.put(1L, bench.hasher.hash("another password"));
                        return "a".repeat(40);
                    })
                    .build()
                    .service();

            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> service.login("alice", Bench.PASSWORD));
        }

        /** Between the verification and the token, as often as told, another login makes the hash another one. */
        private TokenSource changingTheHash(int times) {
            int[] left = {times};
            return () -> {
                if (left[0]-- > 0) {
                    String hash = bench.stores.hashes.get(1L);
                    String other = hash.startsWith("fast1$") ? "fast2$" : "fast1$";
                    bench.hasher.version = other;
                    bench.stores.hashes.put(1L, other + hash.substring(other.length()));
                }
                return "a".repeat(40);
            };
        }
    }
}
