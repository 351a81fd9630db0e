package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.spi.Claim;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

abstract class LoginRefusalCases {

    /** Each of them is wrong, and the answer must not reveal why. */
    static final List<Optional<String>> WRONG_PASSWORDS = Stream.of(
                    null,
                    "",
                    " ",
                    "wrong",
                    PASSWORD + " ",
                    " " + PASSWORD,
                    PASSWORD.toUpperCase(Locale.ROOT),
                    PASSWORD + "\0",
                    "half a letter \uD83D",
                    "a".repeat(4097),
                    "a".repeat(1_000_000))
            .map(Optional::ofNullable)
            .toList();

    static final List<Optional<String>> UNKNOWN_USERNAMES = Stream.of(
                    null,
                    "",
                    " ",
                    "\0",
                    "no name!",
                    "unknown-name",
                    "\uD83D",
                    "' or '1' = '1",
                    "a".repeat(151),
                    "ﷺ".repeat(1_000_000))
            .map(Optional::ofNullable)
            .toList();

    private final AccountsFixture fixture;

    LoginRefusalCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountService service(PasswordHasher hasher) {
        return fixture.builder().passwordHasher(hasher).build().service();
    }

    /** All refusals look the same and cost the same. */
    private void assertRefused(@Nullable String username, @Nullable String password) {
        int verifications = fixture.hasher().verifications();
        int hashes = fixture.hasher().hashes();

        BadCredentialsException refusal = catchThrowableOfType(
                BadCredentialsException.class, () -> fixture.service().login(username, password));

        assertThat(refusal)
                .hasMessage("unable to log in with the provided credentials")
                .hasNoCause();
        assertThat(fixture.hasher().verifications() - verifications).isEqualTo(1);
        assertThat(fixture.hasher().hashes() - hashes).isZero();
    }

    @ParameterizedTest
    @FieldSource("WRONG_PASSWORDS")
    void wrong_passwords(Optional<String> password) {
        User ana = fixture.registered("ana");

        assertRefused(fixture.unique("ana"), password.orElse(null));

        assertThat(fixture.stores().users().find(ana.id())).contains(ana);
    }

    @ParameterizedTest
    @FieldSource("WRONG_PASSWORDS")
    void wrong_passwords_of_nobody(Optional<String> password) {
        assertRefused(fixture.unique("unknown"), password.orElse(null));
    }

    @ParameterizedTest
    @FieldSource("UNKNOWN_USERNAMES")
    void unknown_usernames(Optional<String> username) {
        fixture.registered("ana");

        assertRefused(username.orElse(null), PASSWORD);
    }

    @Test
    void usernames_that_only_look_alike() {
        fixture.registered("ana");

        Stream.of("ána", "ana.", "аna").map(fixture::unique).forEach(name -> assertRefused(name, PASSWORD));
        assertRefused(fixture.email("ana"), PASSWORD);
    }

    @Test
    void inactive_accounts_whether_the_password_is_right_or_wrong() {
        fixture.deactivate(fixture.registered("ana").id());

        assertRefused(fixture.unique("ana"), PASSWORD);
        assertRefused(fixture.unique("ana"), "wrong");
    }

    @Test
    void any_password_where_the_stored_hash_is_none() {
        String key = fixture.unique("ana");
        Claim claim = Claim.of(Optional.of(key), Optional.empty(), List.of());
        fixture.stores().users().insert(new NewUser(key, "", claim, "!", MovableClock.START));

        Stream.of("!", PASSWORD, "").forEach(password -> assertRefused(key, password));
    }

    @Test
    void a_login_that_a_deactivation_overtakes() {
        User ana = fixture.registered("ana");
        ScriptedPasswordHasher overtaken =
                new ScriptedPasswordHasher().afterFirstVerify(() -> fixture.deactivate(ana.id()));

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> service(overtaken).login(fixture.unique("ana"), PASSWORD));

        assertThat(fixture.stores().users().find(ana.id()))
                .hasValueSatisfying(user -> assertThat(user.lastLogin()).isEmpty());
    }

    @Test
    void nobody_while_no_hash_can_be_computed() {
        fixture.registered("ana");

        Stream.of("ana", "unknown")
                .map(fixture::unique)
                .forEach(name -> assertThatExceptionOfType(BusyException.class)
                        .isThrownBy(() -> service(ScriptedPasswordHasher.busy()).login(name, PASSWORD)));
    }
}
