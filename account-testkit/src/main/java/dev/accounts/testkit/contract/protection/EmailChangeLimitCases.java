package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits for changes of the address: each one that needs a confirmation mails an address that the caller typed. */
abstract class EmailChangeLimitCases {

    private final AccountsFixture fixture;

    EmailChangeLimitCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private String token(String name) {
        fixture.verified(name);
        return fixture.login(name);
    }

    private void change(String token, String name) {
        fixture.service().emails().change(token, PASSWORD, fixture.email(name));
    }

    private Duration refused(String token, String name) {
        return Guesses.refused(() -> change(token, name));
    }

    @Test
    void ten_changes_of_one_account_are_free_whatever_the_addresses() {
        String token = token("ana");
        String bobs = token("bob");
        fixture.requireVerification();
        for (int i = 0; i < 10; i++) {
            change(token, "new" + i);
        }
        fixture.mail().deliver();

        assertThat(refused(token, "new10")).isEqualTo(Duration.ofMinutes(5));

        assertThat(fixture.mail().deliver()).isEmpty();
        change(bobs, "other");
        assertThat(fixture.mail().deliver()).hasSize(2);
    }

    @Test
    void the_next_one_is_free_after_a_while() {
        String token = token("ana");
        fixture.requireVerification();
        for (int i = 0; i < 10; i++) {
            change(token, "new" + i);
        }
        fixture.clock().advance(Duration.ofMinutes(5).minusNanos(1000));
        assertThat(refused(token, "new10")).isEqualTo(Duration.ofNanos(1000));

        fixture.clock().advance(Duration.ofNanos(1000));

        change(token, "new10");
        assertThat(refused(token, "new11")).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void three_changes_to_one_address_are_free_whoever_asks() {
        List<String> tokens = Stream.of("ana", "bob", "cid").map(this::token).toList();
        String last = token("dan");
        fixture.requireVerification();
        tokens.forEach(token -> change(token, "new"));

        assertThat(refused(last, "new")).isEqualTo(Duration.ofMinutes(20));

        change(last, "other");
    }

    @Test
    void changes_to_an_address_are_forgotten_with_the_account_that_verified_it() {
        String token = token("ana");
        List<String> others = Stream.of("bob", "cid", "dan").map(this::token).toList();
        String last = token("eve");
        fixture.requireVerification();
        change(token, "new");
        fixture.mail().confirm(fixture.mail().link(Kind.VERIFY_EMAIL));

        fixture.service().delete(token, PASSWORD);

        others.forEach(other -> change(other, "new"));
        assertThat(refused(last, "new")).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void changes_that_take_effect_at_once_mail_no_typed_address_and_are_not_counted() {
        String token = token("ana");

        for (int i = 0; i < 12; i++) {
            change(token, "new" + i);
        }

        assertThat(fixture.service().me(token).email()).isEqualTo(fixture.email("new11"));
    }
}
