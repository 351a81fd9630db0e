package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.TokenDigest;
import dev.accounts.model.User;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A deletion removes all counts for the account. */
abstract class LeavingTraceCases {

    private final AccountsFixture fixture;

    LeavingTraceCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    /** The counts that the stores still hold for a user. */
    private List<String> counted(User user) {
        return Stream.of(
                        "mail-RESET_PASSWORD:" + user.email(),
                        "mail-VERIFY_EMAIL:" + user.email(),
                        "change:" + user.id())
                .filter(key -> fixture.stores()
                        .attempts()
                        .find(TokenDigest.of(key).hex())
                        .isPresent())
                .toList();
    }

    private void askForAll(User user, String token) {
        fixture.service().passwords().requestReset(user.email());
        fixture.service().emails().requestVerification(user.email());
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        assertThat(counted(user)).hasSize(3);
    }

    @Test
    void nothing_stays_of_what_was_counted_for_the_account_and_its_verified_address() {
        User ana = fixture.verified("ana");
        String token = fixture.login("ana");
        fixture.requireVerification();
        askForAll(ana, token);

        fixture.service().delete(token, PASSWORD);

        assertThat(counted(ana)).isEmpty();
    }

    @Test
    void staff_leave_nothing_of_it_either() {
        User ana = fixture.verified("ana");
        String token = fixture.login("ana");
        long root = fixture.root();
        fixture.requireVerification();
        askForAll(ana, token);

        fixture.administration().delete(root, ana.id());

        assertThat(counted(ana)).isEmpty();
    }

    @Test
    void a_deletion_that_is_undone_forgets_nothing() {
        User ana = fixture.verified("ana");
        String token = fixture.login("ana");
        fixture.requireVerification();
        askForAll(ana, token);

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    fixture.service().delete(token, PASSWORD);
                    throw new HostFailure();
                }));

        assertThat(counted(ana)).hasSize(3);
    }

    /** The address may belong to another person. */
    @Test
    void accounts_that_come_and_go_cannot_flood_an_address_that_they_never_verified() {
        for (int i = 0; i < 3; i++) {
            fixture.registered("ana");
            fixture.service().passwords().requestReset(fixture.email("ana"));
            assertThat(fixture.mail().deliver()).hasSize(1);
            fixture.service().delete(fixture.login("ana"), PASSWORD);
        }
        fixture.registered("ana");

        fixture.service().passwords().requestReset(fixture.email("ana"));

        assertThat(fixture.mail().deliver()).isEmpty();
    }
}
