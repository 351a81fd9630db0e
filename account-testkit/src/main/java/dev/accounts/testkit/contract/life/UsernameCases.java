package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.USERNAME_CHANGED;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class UsernameCases {

    private final AccountsFixture fixture;

    UsernameCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void change(@Nullable String token, @Nullable String wanted) {
        fixture.service().changeUsername(token, PASSWORD, wanted);
    }

    private String nameOf(String token) {
        return fixture.service().me(token).username();
    }

    @Test
    void the_new_name_logs_in_and_the_old_one_no_longer() {
        String token = fixture.token("ana");

        change(token, " " + fixture.unique("Anna") + " ");

        assertThat(nameOf(token)).isEqualTo(fixture.unique("Anna"));
        assertThat(fixture.canLogIn(fixture.unique("ANNA"), PASSWORD)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();
    }

    @Test
    void the_old_name_is_free_again() {
        change(fixture.token("ana"), fixture.unique("anna"));

        assertThat(fixture.service().isRegistered(fixture.unique("ana"))).isFalse();
        String bobs = fixture.token("bob");
        change(bobs, fixture.unique("ana"));

        assertThat(nameOf(bobs)).isEqualTo(fixture.unique("ana"));
    }

    @Test
    void tokens_and_links_live_on() {
        String token = fixture.token("ana");
        String other = fixture.login("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");

        change(token, fixture.unique("anna"));

        assertThat(fixture.isLive(other)).isTrue();
        fixture.mail().reset(link, NEW_PASSWORD);
        assertThat(fixture.canLogIn(fixture.unique("anna"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void the_address_is_told() {
        change(fixture.token("ana"), fixture.unique("anna"));

        List<AccountMessage> delivered = fixture.mail().deliver();

        assertThat(Mail.lines(delivered)).containsExactly(fixture.mail().line(USERNAME_CHANGED, "ana"));
        assertThat(delivered.get(0).username()).isEqualTo(fixture.unique("anna"));
    }

    @Test
    void ones_own_name_may_be_written_in_another_case() {
        String token = fixture.token("ana");
        String shouted = fixture.unique("ana").toUpperCase(Locale.ROOT);

        change(token, shouted);

        assertThat(nameOf(token)).isEqualTo(shouted);
        assertThat(violations(() -> fixture.registered("ana"))).contains("username: taken");
    }

    @Test
    void the_name_is_kept_in_its_compatible_form() {
        String token = fixture.token("ana");

        change(token, fixture.unique("ﬁona"));

        assertThat(nameOf(token)).isEqualTo(fixture.unique("fiona"));
    }

    @Test
    void refuses_a_name_that_is_taken_in_any_case() {
        String token = fixture.token("ana");
        fixture.registered("bob");

        assertThat(violations(() -> change(token, fixture.unique("BOB")))).containsExactly("new_username: taken");

        assertThat(nameOf(token)).isEqualTo(fixture.unique("ana"));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void refuses_what_is_no_name() {
        String token = fixture.token("ana");

        assertThat(violations(() -> change(token, null))).containsExactly("new_username: required");
        assertThat(violations(() -> change(token, " "))).containsExactly("new_username: blank");
        assertThat(violations(() -> change(token, "no name!"))).containsExactly("new_username: invalid");
        assertThat(violations(() -> change(token, "a".repeat(151)))).containsExactly("new_username: too_long");

        assertThat(nameOf(token)).isEqualTo(fixture.unique("ana"));
    }

    @Test
    void asks_for_the_password() {
        String token = fixture.token("ana");
        String wanted = fixture.unique("anna");

        assertThat(violations(() -> fixture.service().changeUsername(token, null, null)))
                .containsExactly("current_password: required", "new_username: required");
        assertThat(violations(() -> fixture.service().changeUsername(token, " ", wanted)))
                .containsExactly("current_password: blank");
        assertThat(violations(() -> fixture.service().changeUsername(token, "wrong", wanted)))
                .containsExactly("current_password: invalid");

        assertThat(nameOf(token)).isEqualTo(fixture.unique("ana"));
    }

    @Test
    void asks_for_a_live_token_first() {
        String token = fixture.token("ana");
        fixture.service().logout(token);

        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> change(token, "no name!"));
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> change(null, "no name!"));
    }

    @Test
    void of_many_who_want_one_name_at_once_exactly_one_gets_it() {
        List<String> tokens =
                IntStream.range(0, 32).mapToObj(i -> fixture.token("ana" + i)).toList();

        List<Boolean> outcomes = Race.of(32, i -> {
            try {
                change(tokens.get(i), fixture.unique("wanted"));
                return true;
            } catch (InvalidInputException refusal) {
                assertThat(Refusals.codes(refusal)).containsExactly("new_username: taken");
                return false;
            }
        });

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
        assertThat(tokens.stream().filter(token -> nameOf(token).equals(fixture.unique("wanted"))))
                .containsExactly(tokens.get(outcomes.indexOf(true)));
    }

    @Test
    void one_change_that_is_asked_for_many_times_at_once_is_made() {
        for (int round = 0; round < 5; round++) {
            String token = fixture.token("ana" + round);
            String wanted = fixture.unique("wanted" + round);

            Race.of(8, i -> {
                change(token, wanted);
                return true;
            });

            assertThat(nameOf(token)).isEqualTo(wanted);
        }
    }
}
