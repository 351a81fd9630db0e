package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

abstract class RegisterCases {

    private static final int RUNNERS = 200;

    private final AccountsFixture fixture;

    RegisterCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private long town() {
        return fixture.service()
                .towns()
                .create("Perm", "Russia", 56.316666, 58.0)
                .id();
    }

    @Test
    void answers_the_new_account_as_it_is_stored() {
        long perm = town();
        long moscow = town();
        fixture.clock().set(Instant.parse("2026-03-04T05:06:07.123456789Z"));

        User ana = fixture.service().register(fixture.registration("Ana").towns(moscow, perm, moscow));

        assertThat(fixture.stores().users().find(ana.id())).contains(ana);
        assertThat(ana)
                .isEqualTo(new User(
                        ana.id(),
                        fixture.unique("Ana"),
                        fixture.email("Ana"),
                        false,
                        "",
                        "",
                        true,
                        false,
                        false,
                        Instant.parse("2026-03-04T05:06:07.123456Z"),
                        Optional.empty(),
                        3,
                        List.of(),
                        List.of(),
                        List.of(perm, moscow)));
    }

    @Test
    void creates_an_account_that_can_log_in_at_once() {
        User ana = fixture.registered("ana");
        assertThat(fixture.stores().tokens().list(ana.id())).isEmpty();

        assertThat(fixture.service().me(fixture.login("ana")).id()).isEqualTo(ana.id());
    }

    @Test
    void needs_neither_address_nor_towns_of_any_number_of_accounts() {
        User ana = fixture.service().register(Registration.of(fixture.unique("ana"), PASSWORD));
        User bob = fixture.service()
                .register(Registration.of(fixture.unique("bob"), PASSWORD).email(" \t "));

        assertThat(List.of(ana, bob))
                .allMatch(user -> user.email().isEmpty() && user.towns().isEmpty());
    }

    @Test
    void follows_up_to_a_thousand_towns_counted_once() {
        long perm = town();
        List<Long> often = Collections.nCopies(1001, perm);

        User ana = fixture.service().register(fixture.registration("ana").towns(often));

        assertThat(ana.towns()).containsExactly(perm);
        assertThat(Refusals.violations(
                        fixture.service(),
                        fixture.registration("bob")
                                .towns(LongStream.rangeClosed(1, 1001).toArray())))
                .containsExactly("towns: too_many");
    }

    @Test
    void takes_the_password_exactly_as_it_is() {
        String username = fixture.unique("ana");
        fixture.service().register(Registration.of(username, "  cafe\u0301 Caf\u00e9  "));

        assertThat(fixture.service().login(username, "  cafe\u0301 Caf\u00e9  ").value())
                .isNotEmpty();
        assertThat(List.of("cafe\u0301 Caf\u00e9", "  caf\u00e9 Caf\u00e9  ", "  cafe\u0301 caf\u00e9  "))
                .allSatisfy(other -> assertThatExceptionOfType(BadCredentialsException.class)
                        .isThrownBy(() -> fixture.service().login(username, other)));
    }

    @Test
    void takes_passwords_of_8_to_4096_characters_of_any_width() {
        for (String password : List.of("\uD83D\uDE00".repeat(8), "\uD83D\uDE00".repeat(4096))) {
            String username = fixture.unique("ana" + password.length());
            fixture.service().register(Registration.of(username, password));

            assertThat(fixture.service().login(username, password).value()).isNotEmpty();
        }
    }

    @Test
    void leaves_the_password_of_the_caller_alone() {
        StringBuilder password = new StringBuilder(PASSWORD);

        fixture.service().register(Registration.of(fixture.unique("ana"), password));

        assertThat(password).hasToString(PASSWORD);
    }

    @Test
    void hashes_once_and_only_what_is_accepted() {
        Refusals.violations(fixture.service(), Registration.of(fixture.unique("ana"), "short"));
        assertThat(fixture.hasher().hashes()).isZero();

        fixture.registered("ana");
        assertThat(fixture.hasher().hashes()).isEqualTo(1);
    }

    @Test
    void stores_nothing_if_the_password_cannot_be_hashed_now() {
        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> fixture.builder()
                        .passwordHasher(ScriptedPasswordHasher.busy())
                        .build()
                        .service()
                        .register(fixture.registration("ana")));

        assertThat(fixture.registered("ana").username()).isEqualTo(fixture.unique("ana"));
    }

    @Test
    void gives_a_username_to_exactly_one_of_many_at_once_whatever_their_case() {
        List<String> outcomes = Race.of(RUNNERS, i -> {
            String name = fixture.unique(i % 2 == 0 ? "ana" : "ANA");
            return outcome(fixture, Registration.of(i % 3 == 0 ? name.toUpperCase(Locale.ROOT) : name, PASSWORD));
        });

        assertThat(Collections.frequency(outcomes, "stored")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "[username: taken]")).isEqualTo(RUNNERS - 1);
    }

    @Test
    void gives_an_address_to_exactly_one_of_many_at_once() {
        List<String> outcomes = Race.of(
                RUNNERS,
                i -> outcome(
                        fixture,
                        Registration.of(fixture.unique("ana" + i), PASSWORD)
                                .email(i % 2 == 0 ? fixture.email("ana") : fixture.email("ANA"))));

        assertThat(Collections.frequency(outcomes, "stored")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "[email: taken]")).isEqualTo(RUNNERS - 1);
    }

    static String outcome(AccountsFixture fixture, Registration registration) {
        try {
            fixture.service().register(registration);
            return "stored";
        } catch (InvalidInputException refusal) {
            return Refusals.codes(refusal).toString();
        }
    }
}
