package dev.accounts.testkit.contract.administration;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountAdministration;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class AdminCreateCases {

    private final AccountsFixture fixture;

    AdminCreateCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private User created(String name) {
        return fixture.administration().create(fixture.root(), fixture.unique(name), fixture.email(name));
    }

    private List<String> violations(@Nullable String username, @Nullable String email) {
        return Refusals.violations(() -> fixture.administration().create(fixture.root(), username, email));
    }

    @Test
    void makes_an_account_without_any_rights() {
        User ana = created("Ana");

        assertThat(fixture.user(ana.id())).isEqualTo(ana);
        assertThat(ana.username()).isEqualTo(fixture.unique("Ana"));
        assertThat(ana.email()).isEqualTo(fixture.email("Ana"));
        assertThat(ana.active()).isTrue();
        assertThat(ana.staff()).isFalse();
        assertThat(ana.superuser()).isFalse();
        assertThat(ana.dateJoined()).isEqualTo(fixture.clock().instant());
        assertThat(ana.lastLogin()).isEmpty();
    }

    @Test
    void mails_a_link_by_which_the_owner_sets_the_password() {
        User ana = created("ana");

        List<AccountMessage> messages = fixture.mail().to(ana.id());

        assertThat(messages).hasSize(1).allSatisfy(message -> {
            assertThat(message.kind()).isEqualTo(Kind.RESET_PASSWORD);
            assertThat(message.address()).isEqualTo(ana.email());
            assertThat(message.username()).isEqualTo(ana.username());
        });
        OneTimeToken link = messages.get(0).token().orElseThrow();
        fixture.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        assertThat(fixture.service().login(ana.username(), NEW_PASSWORD).token().userId())
                .isEqualTo(ana.id());
    }

    @Test
    void lets_the_owner_ask_for_another_link() {
        User ana = created("ana");
        fixture.mail().to(ana.id());

        fixture.service().passwords().requestReset(ana.email());

        OneTimeToken link = fixture.mail().link(ana.id());
        fixture.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
    }

    @Test
    void lets_nobody_log_in_before_the_owner_has_set_one() {
        User ana = created("ana");

        Stream.of("", "!", ana.username())
                .forEach(password -> assertThatExceptionOfType(BadCredentialsException.class)
                        .isThrownBy(() -> fixture.service().login(ana.username(), password)));
    }

    @Test
    void refuses_a_name_and_an_address_that_are_taken_in_any_case() {
        User ana = fixture.registered("ana");

        assertThat(violations(
                        ana.username().toUpperCase(Locale.ROOT), ana.email().toUpperCase(Locale.ROOT)))
                .containsExactly("email: taken", "username: taken");
        assertThat(violations(ana.username(), fixture.email("ben"))).containsExactly("username: taken");
        assertThat(violations(fixture.unique("ben"), ana.email())).containsExactly("email: taken");
        assertThat(fixture.service().isRegistered(fixture.unique("ben"))).isFalse();
        assertThat(fixture.mail().to(ana.id())).isEmpty();
    }

    @Test
    void needs_an_address() {
        assertThat(violations(fixture.unique("ana"), null)).containsExactly("email: required");
        assertThat(violations(fixture.unique("ana"), "")).containsExactly("email: required");
        assertThat(violations(fixture.unique("ana"), "nowhere")).containsExactly("email: invalid");
        assertThat(fixture.service().isRegistered(fixture.unique("ana"))).isFalse();
    }

    @Test
    void reports_everything_that_is_wrong() {
        assertThat(violations(null, null)).containsExactly("email: required", "username: required");
        assertThat(violations(" ", "nowhere")).containsExactly("email: invalid", "username: blank");
    }

    @Test
    void gives_a_name_to_one_of_many() {
        AccountAdministration administration = fixture.administration();
        long root = fixture.root();
        Registration ana = Registration.of(fixture.unique("ana"), AccountsFixture.PASSWORD);

        List<Boolean> won = Race.of(32, i -> {
            try {
                if (i % 2 == 0) {
                    administration.create(root, fixture.unique("ana"), fixture.email("ana" + i));
                } else {
                    fixture.service().register(ana.email(fixture.email("ana" + i)));
                }
                return true;
            } catch (InvalidInputException e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
    }
}
