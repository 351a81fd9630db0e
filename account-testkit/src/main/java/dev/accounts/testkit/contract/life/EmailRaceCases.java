package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Races for one address and for its confirmation. */
abstract class EmailRaceCases {

    private final AccountsFixture fixture;

    EmailRaceCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    /** Verifies a new user and returns the value of a token. */
    private String verified() {
        fixture.requireVerification();
        fixture.registered("ana");
        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));
        return fixture.login("ana");
    }

    private void change(String token, @Nullable String email) {
        fixture.service().emails().change(token, PASSWORD, email);
    }

    private String emailOf(String token) {
        return fixture.service().me(token).email();
    }

    @Test
    void of_many_who_want_one_address_at_once_exactly_one_gets_it() {
        List<String> tokens =
                IntStream.range(0, 32).mapToObj(i -> fixture.token("ana" + i)).toList();

        List<Boolean> outcomes = Race.of(32, i -> {
            try {
                change(tokens.get(i), fixture.email("wanted"));
                return true;
            } catch (InvalidInputException refusal) {
                assertThat(Refusals.codes(refusal)).containsExactly("email: taken");
                return false;
            }
        });

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
        assertThat(emailOf(tokens.get(outcomes.indexOf(true)))).isEqualTo(fixture.email("wanted"));
        assertThat(tokens.stream().filter(token -> emailOf(token).equals(fixture.email("wanted"))))
                .hasSize(1);
    }

    @Test
    void one_change_that_is_asked_for_many_times_at_once_is_made() {
        for (int round = 0; round < 5; round++) {
            String token = fixture.token("ana" + round);
            String wanted = fixture.email("wanted" + round);

            Race.of(8, i -> {
                change(token, wanted);
                return true;
            });

            assertThat(emailOf(token)).isEqualTo(wanted);
            assertThat(fixture.mail().deliver()).hasSize(1);
        }
    }

    @Test
    void of_two_changes_at_once_the_link_confirms_the_one_that_waits() {
        String token = verified();
        for (int round = 0; round < 5; round++) {
            List<String> wanted = List.of(fixture.email("one" + round), fixture.email("two" + round));
            Race.of(2, i -> {
                change(token, wanted.get(i));
                return i;
            });

            List<AccountMessage> links = fixture.mail().deliver().stream()
                    .filter(message -> message.kind() == VERIFY_EMAIL)
                    .toList();
            assertThat(links).hasSize(1);
            fixture.mail().confirm(links.get(0).token().orElseThrow());
            assertThat(emailOf(token)).isEqualTo(links.get(0).address()).isIn(wanted);
        }
    }

    @Test
    void an_address_that_waits_is_free_for_others_until_it_is_confirmed() {
        String token = verified();
        change(token, fixture.email("bob"));
        OneTimeToken anas = fixture.mail().link(VERIFY_EMAIL);

        fixture.registered("bob");
        assertThat(violations(() -> fixture.mail().confirm(anas))).containsExactly("email: taken");

        assertThat(emailOf(token)).isEqualTo(fixture.email("ana"));
        fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));
        assertThat(fixture.canLogIn(fixture.unique("bob"), PASSWORD)).isTrue();
    }

    @Test
    void of_many_who_confirm_one_address_at_once_exactly_one_gets_it() {
        fixture.requireVerification();
        List<String> tokens = new ArrayList<>();
        List<OneTimeToken> links = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            fixture.registered("ana" + i);
            fixture.mail().confirm(fixture.mail().link(VERIFY_EMAIL));
            tokens.add(fixture.login("ana" + i));
            change(tokens.get(i), fixture.email("wanted"));
            links.add(fixture.mail().link(VERIFY_EMAIL));
        }

        List<Boolean> outcomes = Race.of(32, i -> confirms(links.get(i % 3)));

        assertThat(outcomes.stream().filter(won -> won)).hasSize(1);
        assertThat(emailOf(tokens.get(outcomes.indexOf(true) % 3))).isEqualTo(fixture.email("wanted"));
        assertThat(tokens.stream().filter(token -> emailOf(token).equals(fixture.email("wanted"))))
                .hasSize(1);
    }

    private boolean confirms(OneTimeToken link) {
        try {
            fixture.mail().confirm(link);
            return true;
        } catch (InvalidInputException refusal) {
            assertThat(Refusals.codes(refusal)).containsAnyOf("email: taken", "token: invalid");
            return false;
        }
    }
}
