package dev.accounts.internal.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.factor.SecretCipher;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenChallengesTest {

    private static final SecretCipher CIPHER = SecretCipher.aesGcm("first", Map.of("first", new byte[32]));

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final OpenChallenges node = node(CIPHER);

    private OpenChallenges node(SecretCipher cipher) {
        return new OpenChallenges(new Secrets(Optional.of(cipher)), () -> now, new SecureRandom());
    }

    private static String decoded(String challenge) {
        return new String(Base64.getUrlDecoder().decode(challenge), US_ASCII);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }

    @Test
    void have_numbers_that_grow_even_if_the_clock_stands_still() {
        OptionalLong first = node.number(node.issue().challenge());
        OptionalLong second = node.number(node.issue().challenge());

        assertThat(second.orElseThrow()).isGreaterThan(first.orElseThrow());
    }

    @Test
    void are_known_on_every_node_that_has_the_key_of_the_host() {
        String challenge = node.issue().challenge();

        assertThat(node(CIPHER).number(challenge)).isPresent();
        assertThat(node(SecretCipher.aesGcm("other", Map.of("other", new byte[16])))
                        .number(challenge))
                .isEmpty();
    }

    @Test
    void are_good_for_five_minutes() {
        OpenChallenges.Issued issued = node.issue();
        assertThat(issued.expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(5)));

        now = issued.expiresAt().minusNanos(1000);
        assertThat(node.number(issued.challenge())).isPresent();
        now = issued.expiresAt();
        assertThat(node.number(issued.challenge())).isEmpty();
    }

    /** A stranger cannot make a challenge that is good later. */
    @Test
    void are_known_by_their_signature() {
        String[] parts = decoded(node.issue().challenge()).split("~", -1);
        String later = Long.toString(Long.parseLong(parts[1]) + 1);

        assertThat(node.number(encoded(parts[0] + "~" + later + "~" + parts[2])))
                .isEmpty();
        assertThat(node.number(encoded(parts[0] + "~" + parts[1] + "~"))).isEmpty();
        assertThat(node.number(encoded(parts[0] + "~" + parts[1]))).isEmpty();
        assertThat(node.number(encoded("~~"))).isEmpty();
        assertThat(node.number(encoded(parts[0] + "~x~" + parts[2]))).isEmpty();
        assertThat(node.number("no base64")).isEmpty();
        assertThat(node.number("A".repeat(1_000_000))).isEmpty();
    }

    /** Each restart of each node has a key of its own. */
    @Test
    void of_many_nodes_are_known_with_few_keys_in_memory() {
        String own = node.issue().challenge();
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(2);
            assertThat(node.number(node(CIPHER).issue().challenge())).isPresent();
        }

        assertThat(node.number(own)).isPresent();
    }
}
