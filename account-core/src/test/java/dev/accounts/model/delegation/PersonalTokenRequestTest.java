package dev.accounts.model.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonalTokenRequestTest {

    private static final Duration SHORTEST = Duration.ofNanos(1000);

    private static PersonalTokenRequest lasting(Duration lifetime) {
        return new PersonalTokenRequest("backup", Set.of(), lifetime);
    }

    @Test
    void lasts_a_microsecond_to_366_days() {
        assertThat(PersonalTokenRequest.LONGEST).isEqualTo(Duration.ofDays(366));
        for (Duration good : List.of(SHORTEST, PersonalTokenRequest.LONGEST)) {
            assertThat(lasting(good).lifetime()).isEqualTo(good);
        }
        for (Duration wrong : List.of(
                Duration.ZERO,
                Duration.ofSeconds(-1),
                SHORTEST.minusNanos(1),
                PersonalTokenRequest.LONGEST.plusNanos(1),
                Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lasting(wrong))
                    .withMessageStartingWith("lifetime must be within 1 microsecond to PT8784H");
        }
    }

    /** The service says what is wrong with what an owner has typed. */
    @Test
    void takes_any_name_and_any_scopes() {
        Set<String> many = IntStream.rangeClosed(0, PersonalTokenRequest.MOST_SCOPES)
                .mapToObj(i -> "scope\n" + i)
                .collect(Collectors.toSet());

        assertThat(new PersonalTokenRequest(null, many, SHORTEST).name()).isNull();
        assertThat(new PersonalTokenRequest("\0", many, SHORTEST).scopes()).isEqualTo(many);
    }

    @Test
    void copies_its_scopes() {
        Set<String> scopes = new HashSet<>(Set.of("read"));
        PersonalTokenRequest request = new PersonalTokenRequest("backup", scopes, SHORTEST);
        scopes.add("write");

        assertThat(request.scopes()).isEqualTo(Set.of("read")).isUnmodifiable();
    }

    @Test
    void null_is_no_scope_and_no_lifetime() {
        Set<String> withNull = new HashSet<>(Arrays.asList("read", null));

        assertThatNullPointerException()
                .isThrownBy(() -> new PersonalTokenRequest("backup", withNull, SHORTEST))
                .withMessage("scopes");
        assertThatNullPointerException().isThrownBy(() -> lasting(null)).withMessage("lifetime");
    }
}
