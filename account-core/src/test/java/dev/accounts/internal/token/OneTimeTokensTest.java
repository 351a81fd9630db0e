package dev.accounts.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.accounts.fixture.StubOneTimeTokens;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeTokensTest {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final StubOneTimeTokens store = new StubOneTimeTokens();
    private Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
    private final OneTimeTokens tokens = tokens(TokenSource.secureRandom());

    private OneTimeTokens tokens(TokenSource values) {
        return new OneTimeTokens(
                store, values, () -> now, Map.of(Purpose.RESET_PASSWORD, LIFETIME, Purpose.VERIFY_EMAIL, LIFETIME));
    }

    private OneTimeToken issued(long userId) {
        return tokens.issue(Kind.RESET_PASSWORD, userId, "ana@example.org").orElseThrow();
    }

    /** The first two are in links of the recorded system. */
    @ParameterizedTest
    @CsvSource({"1, MQ", "6, Ng", "23, MjM", "123456, MTIzNDU2", "9223372036854775807, OTIyMzM3MjAzNjg1NDc3NTgwNw"})
    void a_link_says_the_id_in_base64url_of_its_digits_without_padding(long id, String uid) {
        assertThat(issued(id).uid()).isEqualTo(uid);
    }

    @Test
    void a_token_is_known_by_a_digest_that_covers_its_purpose() {
        OneTimeToken issued = issued(6);

        assertThat(issued.value()).matches("[0-9a-f]{40}");
        assertThat(store.kept)
                .containsOnlyKeys(TokenDigest.of("RESET_PASSWORD:" + issued.value()))
                .containsValue(new StoredOneTimeToken(
                        TokenDigest.of("RESET_PASSWORD:" + issued.value()),
                        Purpose.RESET_PASSWORD,
                        6,
                        "ana@example.org",
                        "",
                        now,
                        now.plus(LIFETIME)));
        assertThat(issued.expiresAt()).isEqualTo(now.plus(LIFETIME));
    }

    @Test
    void a_token_is_found_by_its_purpose_account_and_value() {
        OneTimeToken issued = issued(6);

        assertThat(tokens.find(Kind.RESET_PASSWORD, "Ng", issued.value())).isPresent();
        assertThat(tokens.find(Kind.VERIFY_EMAIL, "Ng", issued.value())).isEmpty();
        assertThat(tokens.find(Kind.RESET_PASSWORD, "Ng", "0".repeat(40))).isEmpty();
        assertThat(tokens.find(Kind.RESET_PASSWORD, "Ng", issued.value().toUpperCase(Locale.ROOT)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "Ng==", "Ng=", "ng", "Nw", " Ng", "MDY", "Ng\n"})
    void no_other_text_stands_for_the_account(String uid) {
        OneTimeToken issued = issued(6);

        assertThat(tokens.find(Kind.RESET_PASSWORD, uid, issued.value())).isEmpty();
    }

    @Test
    void a_token_is_good_until_its_last_microsecond() {
        OneTimeToken issued = issued(6);

        now = now.plus(LIFETIME).minusNanos(1000);
        assertThat(tokens.find(Kind.RESET_PASSWORD, "Ng", issued.value())).isPresent();

        now = now.plusNanos(1000);
        assertThat(tokens.find(Kind.RESET_PASSWORD, "Ng", issued.value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "g000000000000000000000000000000000000000", "' or '1' = '1"})
    void the_store_is_not_asked_for_what_cannot_be_a_token(String value) {
        assertThat(tokens.find(Kind.RESET_PASSWORD, "Ng", value)).isEmpty();
        assertThat(store.lookUps).isZero();
    }

    @Test
    void none_is_made_for_an_account_that_is_gone() {
        store.userIsGone = true;

        assertThat(tokens.issue(Kind.RESET_PASSWORD, 6, "ana@example.org")).isEmpty();
    }

    @Test
    void none_is_made_from_a_source_that_does_not_keep_its_promise() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tokens(() -> "short").issue(Kind.RESET_PASSWORD, 6, "ana@example.org"))
                .withMessage("the token source must give 40 lower-case hex digits");
        assertThat(store.kept).isEmpty();
    }
}
