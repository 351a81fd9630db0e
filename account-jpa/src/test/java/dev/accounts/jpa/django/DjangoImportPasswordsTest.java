package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoDump.DumpedUser;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.service.AccountService;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who logs in with which password after an import of the recorded database, whose hashes have the costs of a real one. */
@OnEachDatabase
class DjangoImportPasswordsTest {

    /** Its name differs from that of user 6 by its case only. */
    private static final long LEFT_OUT = 10;

    @Parameter
    TestDatabase database;

    private ImportedAccounts accounts;
    private AccountService service;

    @BeforeEach
    void import_them() throws SQLException {
        accounts = ImportedAccounts.in(database);
        accounts.recorded().into(accounts.tables()).run();
        service = accounts.service();
    }

    @Test
    @Tag("slow")
    void the_right_password_logs_in_where_its_hash_can_be_verified_and_is_hashed_anew() throws SQLException {
        for (DumpedUser dumped : DjangoDump.users()) {
            if (dumped.id() == LEFT_OUT || dumped.password() == null) {
                continue;
            }
            String before = accounts.passwordHash(dumped.id());
            if (dumped.canLogIn()) {
                assertThat(before).as(dumped.username()).isEqualTo(dumped.encoded());
                String token =
                        service.login(dumped.username(), dumped.password()).value();
                assertThat(service.me(token).id()).isEqualTo(dumped.id());
                assertThat(accounts.passwordHash(dumped.id())).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
            } else {
                assertRefused(dumped.username(), dumped.password());
                assertThat(accounts.passwordHash(dumped.id())).isEqualTo(before);
            }
        }
    }

    @Test
    @Tag("slow")
    void who_was_renamed_logs_in_under_the_new_name() throws SQLException {
        accounts.recorded().rename(LEFT_OUT, "Kust3.b").into(accounts.tables()).run();

        String token =
                service.login("kust3.B", DjangoDump.user(LEFT_OUT).password()).value();

        assertThat(service.me(token).id()).isEqualTo(LEFT_OUT);
    }

    @Test
    void who_was_given_a_trimmed_password_logs_in_with_its_spaces_and_from_then_on_with_them_alone() {
        DumpedUser user = DjangoDump.userWithCheapHash();
        String typed = " " + user.password() + " ";

        assertRefused(user.username(), "xx" + user.password());
        assertThat(service.login(user.username(), typed).value()).hasSize(40);

        assertThat(service.login(user.username(), typed).value()).hasSize(40);
        assertRefused(user.username(), user.password());
    }

    @Test
    @Tag("slow")
    void outer_spaces_that_were_hashed_are_part_of_the_password() {
        DumpedUser padded = DjangoDump.user(24);

        assertRefused(padded.username(), padded.password().strip());
        service.login(padded.username(), padded.password());
        assertRefused(padded.username(), padded.password().strip());
        service.login(padded.username(), padded.password());
    }

    @Test
    void hashes_that_nothing_verifies_are_not_copied_and_unusable_ones_are() throws SQLException {
        for (long id : List.of(16L, 18L, 28L, 29L, 30L, 31L)) {
            assertThat(accounts.passwordHash(id)).isEqualTo("!");
        }
        assertThat(accounts.passwordHash(8)).isEqualTo(DjangoDump.user(8).encoded());
        assertThat(accounts.passwordHash(5)).isEqualTo(DjangoDump.user(5).encoded());
    }

    @Test
    void a_new_password_is_not_like_the_names_that_came_along() {
        DumpedUser user = DjangoDump.userWithCheapHash();
        database.execute(
                "update account_user set first_name = 'Alexandra', last_name = 'Rostropovich' where id = " + user.id());
        String token = service.login(user.username(), user.password()).value();

        for (String like : List.of("alexandra1", "rostropovich")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> service.passwords().change(token, user.password(), like))
                    .satisfies(refusal ->
                            assertThat(refusal.violations().get(0).code()).isEqualTo("too_similar"));
        }
        service.passwords().change(token, user.password(), "elephant-Ladder-4");
    }

    private void assertRefused(String username, String password) {
        assertThatExceptionOfType(BadCredentialsException.class)
                .as(username)
                .isThrownBy(() -> service.login(username, password));
    }
}
