package dev.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.fixture.Bench;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    private final Bench bench = new Bench();

    @BeforeEach
    void addTowns() {
        bench.service.towns().create("Moscow", "Russia", 37.6, 55.7);
        bench.service.towns().create("Berlin", "Germany", 13.4, 52.5);
    }

    @Nested
    class Accepted {

        @Test
        void is_answered_with_the_whole_account() {
            bench.now = Instant.parse("2026-05-06T07:08:09.123456789Z");

            User user = bench.service.register(Registration.of(" \uFF2Bust2", Bench.PASSWORD)
                    .email("K@EXAMPLE.com ")
                    .towns(3, 1, 3));

            assertThat(user)
                    .isEqualTo(new User(
                            1,
                            "Kust2",
                            "K@example.com",
                            false,
                            "",
                            "",
                            true,
                            false,
                            false,
                            Instant.parse("2026-05-06T07:08:09.123456Z"),
                            Optional.empty(),
                            3,
                            List.of(),
                            List.of(),
                            List.of(1L, 3L)));
            assertThat(bench.stores.accounts.get(1L).claim().usernameKey()).contains("kust2");
            assertThat(bench.stores.accounts.get(1L).claim().emailKey()).contains("k@example.com");
        }

        @Test
        void needs_no_address_and_no_towns() {
            User user = bench.service.register(Registration.of("kust2", Bench.PASSWORD));

            assertThat(user.email()).isEmpty();
            assertThat(user.towns()).isEmpty();
            assertThat(bench.stores.accounts.get(1L).claim().emailKey()).isEmpty();
        }

        @Test
        void takes_a_thousand_towns_however_often_each_is_named() {
            LongStream.range(0, 997).forEach(i -> bench.service.towns().create("T", "C", 0, 0));
            long[] ids = LongStream.range(0, 3000).map(i -> i % 1000 + 1).toArray();

            assertThat(bench.service
                            .register(Registration.of("kust2", Bench.PASSWORD).towns(ids))
                            .towns())
                    .hasSize(1000);
        }
    }

    @Nested
    class Refused {

        @Test
        void names_every_problem_in_the_order_of_the_fields() {
            bench.registered("kust2");

            assertThat(problems(Registration.of("KUST2", "\0")
                            .email("Kust2@example.COM")
                            .towns(9, 8)))
                    .containsExactly(
                            "email: taken",
                            "username: taken",
                            "password: null_characters",
                            "towns: not_found",
                            "towns: not_found");
        }

        @Test
        void judges_the_strength_of_the_password_only_when_nothing_else_is_wrong() {
            assertThat(problems(Registration.of("", "kust2"))).containsExactly("username: blank");
            assertThat(problems(Registration.of("kust2", "kust2")))
                    .containsExactly("password: too_similar", "password: too_short");
            assertThat(problems(Registration.of("newbie", "kust2kust2")
                            .email("kust2@x.org")
                            .towns(9)))
                    .containsExactly("towns: not_found");
            assertThat(bench.hasher.hashes).isZero();
        }

        @Test
        void does_not_look_for_more_than_a_thousand_towns() {
            assertThat(problems(Registration.of("kust2", Bench.PASSWORD)
                            .towns(LongStream.range(0, 1001).toArray())))
                    .containsExactly("towns: too_many");
        }

        @Test
        void by_the_store_alone_names_what_stood_in_the_way() {
            bench.stores.vanishingTowns.add(2L);

            assertThat(problems(Registration.of("kust2", Bench.PASSWORD).towns(1, 2)))
                    .containsExactly("towns: not_found");
            assertThat(bench.hasher.hashes).isOne();
            assertThat(bench.stores.accounts).isEmpty();
        }
    }

    private List<String> problems(Registration registration) {
        return catchThrowableOfType(InvalidInputException.class, () -> bench.service.register(registration))
                .violations()
                .stream()
                .map(RegisteringTest::shortly)
                .toList();
    }

    private static String shortly(Violation violation) {
        return violation.field() + ": " + violation.code();
    }
}
