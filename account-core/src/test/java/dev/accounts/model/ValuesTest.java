package dev.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.model.StorageException.Outcome;
import dev.accounts.model.factor.Authentication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final TokenDigest DIGEST = TokenDigest.of("0".repeat(40));
    private static final Authentication PASSWORD = Authentication.byPassword(NOW);
    private static final AuthToken TOKEN = new AuthToken(DIGEST, 1, "", NOW, NOW, Optional.empty(), PASSWORD);

    @Test
    void missing_components_are_refused_by_name() {
        assertNamed("digest", () -> new AuthToken(null, 1, "", NOW, NOW, Optional.empty(), PASSWORD));
        assertNamed("label", () -> new AuthToken(DIGEST, 1, null, NOW, NOW, Optional.empty(), PASSWORD));
        assertNamed("createdAt", () -> new AuthToken(DIGEST, 1, "", null, NOW, Optional.empty(), PASSWORD));
        assertNamed("lastUsedAt", () -> new AuthToken(DIGEST, 1, "", NOW, null, Optional.empty(), PASSWORD));
        assertNamed("expiresAt", () -> new AuthToken(DIGEST, 1, "", NOW, NOW, null, PASSWORD));
        assertNamed("authentication", () -> new AuthToken(DIGEST, 1, "", NOW, NOW, Optional.empty(), null));
        assertNamed("value", () -> new IssuedToken(null, TOKEN));
        assertNamed("token", () -> new IssuedToken("", null));
        assertNamed("username", () -> new Identity(1, null, "", false, false, PASSWORD));
        assertNamed("email", () -> new Identity(1, "", null, false, false, PASSWORD));
        assertNamed("name", () -> new Group(1, null));
        assertNamed("code", () -> new Permission(1, null));
        assertNamed("name", () -> new Town(1, null, "", 0, 0));
        assertNamed("country", () -> new Town(1, "", null, 0, 0));
        assertNamed("field", () -> new Violation(null, "", ""));
        assertNamed("code", () -> new Violation("", null, ""));
        assertNamed("message", () -> new Violation("", "", null));
        assertNamed("hex", () -> TokenDigest.ofHex(null));
        assertNamed("reason", () -> new NotAuthenticatedException(null));
        assertNamed("retryAfter", () -> new BusyException(null));
        assertNamed("outcome", () -> new StorageException(null, new IllegalStateException()));
    }

    @Nested
    class Users {

        @Test
        void have_every_text_and_time() {
            assertNamed("username", () -> user(null, "", "", "", NOW, Optional.empty(), 3));
            assertNamed("email", () -> user("", null, "", "", NOW, Optional.empty(), 3));
            assertNamed("firstName", () -> user("", "", null, "", NOW, Optional.empty(), 3));
            assertNamed("lastName", () -> user("", "", "", null, NOW, Optional.empty(), 3));
            assertNamed("dateJoined", () -> user("", "", "", "", null, Optional.empty(), 3));
            assertNamed("lastLogin", () -> user("", "", "", "", NOW, null, 3));
        }

        @Test
        void copy_their_lists() {
            List<Long> towns = new ArrayList<>(List.of(1L));
            List<Group> groups = new ArrayList<>(List.of(new Group(1, "g")));
            List<Permission> permissions = new ArrayList<>(List.of(new Permission(1, "p")));
            User user = new User(
                    1, "", "", false, "", "", true, false, false, NOW, Optional.empty(), 3, groups, permissions, towns);
            towns.clear();
            groups.clear();
            permissions.clear();

            assertThat(user.towns()).containsExactly(1L);
            assertThat(user.groups()).hasSize(1);
            assertThat(user.permissions()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 10})
        void have_a_days_count_within_1_to_10(int days) {
            assertThat(user("", "", "", "", NOW, Optional.empty(), days).daysCount())
                    .isEqualTo(days);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 11, -1})
        void have_no_other_days_count(int days) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> user("", "", "", "", NOW, Optional.empty(), days))
                    .withMessageContaining("" + days);
        }

        private static User user(
                String name,
                String email,
                String first,
                String last,
                Instant joined,
                Optional<Instant> login,
                int days) {
            return new User(
                    1, name, email, false, first, last, true, false, false, joined, login, days, List.of(), List.of(),
                    List.of());
        }
    }

    @Nested
    class Tokens {

        @Test
        void are_stored_as_the_first_half_of_their_sha_256() {
            assertThat(TokenDigest.of("abc").hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223");
        }

        @Test
        void have_the_same_digest_as_bytes() {
            assertThat(TokenDigest.ofBytes(DIGEST.bytes())).isEqualTo(DIGEST);
            assertThatIllegalArgumentException().isThrownBy(() -> TokenDigest.ofBytes(new byte[17]));
            assertNamed("bytes", () -> TokenDigest.ofBytes(null));
        }

        @Test
        void have_an_id_that_does_not_show_the_digest() {
            assertThat(DIGEST.tokenId())
                    .isEqualTo(DIGEST.tokenId())
                    .isNotEqualTo(TokenDigest.of("abc").tokenId());
            assertThat(DIGEST.tokenId().toString().replace("-", "")).isNotEqualTo(DIGEST.hex());
        }

        @Test
        void have_digests_of_32_digits() {
            for (String none : List.of("a".repeat(31), "a".repeat(33), "A".repeat(32), "g".repeat(32))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> TokenDigest.ofHex(none))
                        .withMessageNotContaining(none);
            }
        }

        @Test
        void print_neither_value_nor_digest() {
            assertThat(DIGEST).hasToString("TokenDigest[***]");
            assertThat(TOKEN.toString()).doesNotContain(DIGEST.hex());
            assertThat(new IssuedToken("secret", TOKEN).toString())
                    .startsWith("IssuedToken[value=***,")
                    .doesNotContain("secret", DIGEST.hex());
        }
    }

    @Nested
    class RefusalsSay {

        @Test
        void which_fields_and_codes_but_no_values() {
            InvalidInputException refusal = new InvalidInputException(
                    List.of(new Violation("email", "taken", "text a"), new Violation("towns", "not_found", "text b")));

            assertThat(refusal).hasMessage("invalid input: email: taken, towns: not_found");
            assertThat(refusal.violations()).hasSize(2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InvalidInputException(List.of()))
                    .withMessage("violations must not be empty");
        }

        @Test
        void what_a_caller_can_do_about_them() {
            IllegalStateException cause = new IllegalStateException("down");

            assertThat(new BusyException(Duration.ofSeconds(5)).retryAfter()).isEqualTo(Duration.ofSeconds(5));
            assertThat(new StorageException(Outcome.UNKNOWN, cause))
                    .hasCause(cause)
                    .hasMessage("the account store failed; outcome: UNKNOWN")
                    .extracting(StorageException::outcome)
                    .isEqualTo(Outcome.UNKNOWN);
        }
    }

    private static void assertNamed(String name, ThrowingCallable construction) {
        assertThatNullPointerException().isThrownBy(construction).withMessage(name);
    }
}
