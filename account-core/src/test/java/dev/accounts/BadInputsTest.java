package dev.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.accounts.fixture.Bench;
import dev.accounts.model.Registration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of {@code bad-inputs.jsonl} whose operation exists by now, on the service itself. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadInputsTest {

    /** Lines that say nothing here, with the reason. */
    private static final Map<String, String> SKIPPED = Map.of(
            "E-002", "a null address is misuse, and refused as such: RegistrationTest",
            "T-033", "a password cannot be changed yet",
            "T-034", "there are no reset tokens yet",
            "I-019", "a registration has no component for an id");

    /** Names of people cannot be set yet; these lines say the same of the names of towns. */
    private static final List<String> NAMES_OF_TOWNS = List.of(
            "N-003", "N-005", "N-006", "N-007", "N-008", "N-009", "N-010", "N-012", "N-013", "N-014", "N-016", "N-017",
            "N-019", "N-020", "N-021", "N-022", "N-023");

    private final Bench bench = new Bench();

    static Stream<BadInput> registrations() {
        return BadInput.of("username", "email", "password", "townId")
                .filter(input -> input.operation().equals("register"));
    }

    static Stream<BadInput> logins() {
        return BadInput.of("password").filter(input -> input.operation().equals("login"));
    }

    static Stream<BadInput> tokens() {
        return BadInput.of("token");
    }

    static Stream<BadInput> userIds() {
        return BadInput.of("userId");
    }

    static Stream<BadInput> names() {
        return BadInput.of("name").filter(input -> NAMES_OF_TOWNS.contains(input.id()));
    }

    @BeforeEach
    void registerAlice() {
        bench.registered("alice");
        bench.resetCounters();
    }

    @Test
    void every_line_is_here() {
        assertThat(BadInput.all()).hasSize(302);
        assertThat(names()).hasSameSizeAs(NAMES_OF_TOWNS);
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void a_registration_is_judged_before_anything_is_hashed(BadInput input) {
        skipWhereItSaysNothing(input);
        Registration registration = registration(input);

        Verdict verdict = Verdict.of(() -> {
            long id = bench.service.register(registration).id();
            return stored(bench, id, input);
        });

        verdict.isAsWantedOf(input);
        boolean refusedBeforehand = !verdict.codes().isEmpty() && !input.isFixture();
        assertThat(bench.hasher.hashes).isEqualTo(refusedBeforehand ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("logins")
    void a_login_is_judged_by_exactly_one_verification(BadInput input) {
        bench.service.register(Registration.of("eve", registeredBefore(input)));
        String stored = bench.stores.hashes.get(1L);
        CharSequence password = input.isFixture() ? stored : input.value();

        Verdict verdict = Verdict.of(() -> bench.service
                .login(input.isFixture() ? "alice" : "eve", password)
                .value());

        verdict.isAsWantedOf(input);
        assertThat(bench.hasher.verifications).isOne();
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_is_judged_before_the_store_is_asked_for_it(BadInput input) {
        skipWhereItSaysNothing(input);
        CharSequence value = input.isFixture() ? new TokenFixture(bench).resolve(input.text("value")) : input.value();
        String token = value == null ? null : value.toString();
        bench.resetCounters();

        Verdict verdict = Verdict.of(() -> {
            if (input.operation().equals("logout")) {
                bench.service.logout(token);
                return "";
            }
            return bench.service.me(token).username();
        });

        verdict.isAsWantedOf(input);
        assertThat(bench.stores.lookUps).isEqualTo(token != null && token.matches("[0-9a-f]{40}") ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("userIds")
    void a_user_is_found_by_id_or_not(BadInput input) {
        skipWhereItSaysNothing(input);
        long id = UserIdFixture.prepare(bench, input).orElseGet(() -> abort("a user's id is a long"));

        Verdict.of(() -> bench.service
                        .getUser(bench.loggedIn("alice").value(), id)
                        .username())
                .isAsWantedOf(input);
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_name_of_a_town_is_judged_as_other_names(BadInput input) {
        Verdict.of(() -> bench.service
                        .towns()
                        .create(input.value().toString(), "Russia", 0, 0)
                        .name())
                .isAsWantedOf(input);
    }

    private Registration registration(BadInput input) {
        Registration good = Registration.of(input.user(), Bench.PASSWORD).email("new@example.com");
        if (input.field().equals("townId")) {
            return input.isFixture()
                    ? vanishing(good)
                    : good.towns(UserIdFixture.number(input).orElseGet(() -> abort("a town's id is a long")));
        }
        CharSequence value = input.value();
        return switch (input.field()) {
            case "username" -> Registration.of(value == null ? null : value.toString(), Bench.PASSWORD);
            case "email" -> good.email(value.toString());
            default -> Registration.of(input.user(), value).email("bob@example.com");
        };
    }

    private Registration vanishing(Registration registration) {
        bench.stores.vanishingTowns.add(1L);
        return registration.towns(1);
    }

    private static void skipWhereItSaysNothing(BadInput input) {
        if (SKIPPED.containsKey(input.id())) {
            abort(SKIPPED.get(input.id()));
        }
    }

    /** The password of which the line is a near miss. */
    static String registeredBefore(BadInput input) {
        return input.id().equals("P-009") ? "a1B2c3D4".repeat(9) + "X" : Bench.PASSWORD;
    }

    /** What the store holds of a field. */
    public static String stored(Bench bench, long id, BadInput input) {
        return switch (input.field()) {
            case "username" -> bench.stores.accounts.get(id).username();
            case "email" -> bench.stores.accounts.get(id).email();
            case "password" ->
                bench.hasher.verify(input.value(), bench.stores.hashes.get(id))
                        ? input.value().toString()
                        : "another password";
            default -> "";
        };
    }
}
