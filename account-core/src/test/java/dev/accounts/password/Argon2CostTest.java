package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2CostTest {

    @ParameterizedTest
    @CsvSource({"19456, 2, PT2S, 2, 104", "19456, 2, PT0S, 2, 0", "8, 1, PT1S, 1, 1000", "8, 1, P1000D, 64, 1000000"})
    void a_time_has_room_for_some_hashes(int memoryKib, int passes, Duration time, int processors, int hashes) {
        assertThat(new Argon2Cost(memoryKib, passes, 1).hashesWithin(time, processors))
                .isEqualTo(hashes);
    }

    @ParameterizedTest
    @CsvSource({"8, 1, 1", "262144, 16, 8", "64, 1, 8", "16, 16, 2"})
    void is_accepted_up_to_its_bounds(int memoryKib, int passes, int lanes) {
        assertThatCode(() -> new Argon2Cost(memoryKib, passes, lanes)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"7, 1, 1", "262145, 1, 1", "64, 0, 1", "64, 17, 1", "64, 1, 0", "128, 1, 9", "63, 1, 8", "-8, 1, -1"})
    void is_refused_beyond_its_bounds(int memoryKib, int passes, int lanes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Argon2Cost(memoryKib, passes, lanes))
                .withMessageContaining("memoryKib=" + memoryKib)
                .withMessageContaining("passes=" + passes)
                .withMessageContaining("lanes=" + lanes);
    }

    @ParameterizedTest
    @CsvSource({"47104, 1", "19456, 2", "12288, 3", "9216, 4", "7168, 5", "7168, 6", "7168, 16"})
    void the_minimum_of_owasp_depends_on_the_passes(int minimum, int passes) {
        assertThatCode(new Argon2Cost(minimum, passes, 1)::requireOwaspMinimum).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(new Argon2Cost(minimum - 1, passes, 1)::requireOwaspMinimum)
                .withMessageContaining("at least " + minimum);
    }

    @Test
    void is_weaker_with_less_memory_or_less_work() {
        Argon2Cost cost = new Argon2Cost(1000, 4, 1);

        assertThat(new Argon2Cost(999, 16, 1).isWeakerThan(cost)).isTrue();
        assertThat(new Argon2Cost(1000, 3, 1).isWeakerThan(cost)).isTrue();
        assertThat(new Argon2Cost(1500, 2, 1).isWeakerThan(cost)).isTrue();
        assertThat(new Argon2Cost(1000, 4, 2).isWeakerThan(cost)).isFalse();
        assertThat(new Argon2Cost(2000, 2, 1).isWeakerThan(cost)).isFalse();
        assertThat(cost.isWeakerThan(cost)).isFalse();
    }

    @Test
    void a_shortfall_completes_the_work_within_the_memory_of_the_stronger_cost() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < 20_000; i++) {
            Argon2Cost stored =
                    new Argon2Cost(random.nextInt(64, 262_145), random.nextInt(1, 17), random.nextInt(1, 9));
            Argon2Cost current =
                    new Argon2Cost(random.nextInt(7168, 262_145), random.nextInt(1, 17), random.nextInt(1, 9));

            Optional<Argon2Cost> shortfall = stored.shortfallTo(current);

            long done = work(stored) + shortfall.map(Argon2CostTest::work).orElse(0L);
            assertThat(done).isGreaterThan(work(current) - 17);
            shortfall.ifPresent(rest -> {
                assertThat(rest.memoryKib()).isLessThanOrEqualTo(current.memoryKib());
                assertThat(work(stored) + work(rest)).isLessThanOrEqualTo(work(current));
            });
        }
    }

    @Test
    void there_is_no_shortfall_where_nothing_is_missing() {
        Argon2Cost current = new Argon2Cost(7168, 5, 1);

        assertThat(current.shortfallTo(current)).isEmpty();
        assertThat(new Argon2Cost(35_840 - 7, 1, 1).shortfallTo(current)).isEmpty();
        assertThat(new Argon2Cost(35_840 - 8, 1, 1).shortfallTo(current)).contains(new Argon2Cost(8, 1, 1));
        assertThat(new Argon2Cost(7168, 1, 1).shortfallTo(current)).contains(new Argon2Cost(7168, 4, 1));
    }

    private static long work(Argon2Cost cost) {
        return (long) cost.memoryKib() * cost.passes();
    }
}
