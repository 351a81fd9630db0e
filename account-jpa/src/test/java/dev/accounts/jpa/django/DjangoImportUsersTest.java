package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoDump.DumpedUser;
import dev.accounts.model.Group;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Permission;
import dev.accounts.model.Registration;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.service.AccountService;
import dev.accounts.service.Session;
import dev.accounts.spi.UserKey;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What has become of each user of the recorded database, seen through the service. */
@OnEachDatabase
class DjangoImportUsersTest {

    /** Its name differs from that of user 6 by its case only. */
    private static final long LEFT_OUT = 10;

    /** Has the address of user 11. */
    private static final long WITHOUT_ADDRESS = 12;

    private static final String ADMIN = "ad".repeat(20);
    private static final Instant TOKEN_MADE = Instant.parse("2022-03-09T05:33:17.870001Z");

    @Parameter
    TestDatabase database;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private ImportedAccounts accounts;
    private AccountService service;

    @BeforeEach
    void import_them() throws SQLException {
        accounts = ImportedAccounts.in(database);
        accounts.recorded().into(accounts.tables()).run();
        service = accounts.service();
    }

    @Test
    void they_are_who_they_were() {
        assertThat(DjangoDump.users()).hasSize(34);
        for (DumpedUser dumped : DjangoDump.users()) {
            if (dumped.id() == LEFT_OUT) {
                assertThatExceptionOfType(UserNotFoundException.class)
                        .isThrownBy(() -> service.getUser(ADMIN, LEFT_OUT));
                continue;
            }
            User user = service.getUser(ADMIN, dumped.id());
            assertThat(user.username()).isEqualTo(Normalizer.normalize(dumped.username(), Normalizer.Form.NFKC));
            assertThat(user.email()).isEqualTo(user.id() == WITHOUT_ADDRESS ? "" : dumped.email());
            assertThat(user.active()).isEqualTo(dumped.isActive());
            assertThat(user.staff()).isEqualTo(dumped.isStaff());
            assertThat(user.superuser()).isEqualTo(dumped.isSuperuser());
            assertThat(user.towns()).isEqualTo(dumped.towns());
            assertThat(user.daysCount()).isEqualTo(Math.max(1, dumped.daysCount()));
        }
    }

    @Test
    void nobody_is_logged_out_but_who_is_not_active() throws SQLException {
        int tokens = 0;
        for (DumpedUser dumped : DjangoDump.users()) {
            if (dumped.token() != null && dumped.isActive()) {
                tokens++;
                assertThat(service.me(dumped.token()).id()).isEqualTo(dumped.id());
            }
        }
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> service.me(DjangoDump.user(5).token()));
        assertThat(tokens).isEqualTo(8);
        assertThat(accounts.rows("select * from account_token")).hasSize(tokens);
    }

    @Test
    void tokens_are_sessions_like_others() {
        assertThat(service.sessions().list(ADMIN)).singleElement().satisfies(session -> {
            assertThat(session.label()).isEqualTo("imported");
            assertThat(session.createdAt()).isEqualTo(TOKEN_MADE);
            assertThat(session.lastUsedAt()).isBetween(start, Instant.now());
            assertThat(session.expiresAt().orElseThrow())
                    .isCloseTo(session.lastUsedAt().plus(Duration.ofDays(30)), within(1, ChronoUnit.MILLIS));
        });
        List<Session> others = service.sessions().list(DjangoDump.user(1000).token());
        assertThat(others).extracting(Session::id).doesNotContainNull();
        service.logout(ADMIN);
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> service.me(ADMIN));
    }

    @Test
    void times_are_exact_before_the_epoch_and_without_fractions_too() {
        assertThat(service.getUser(ADMIN, 7).lastLogin()).contains(Instant.parse("2022-01-01T00:00:00Z"));
        assertThat(service.getUser(ADMIN, 25).dateJoined()).isEqualTo(Instant.parse("1969-12-31T23:59:59.000001Z"));
        assertThat(service.getUser(ADMIN, 8).dateJoined()).isEqualTo(Instant.parse("2022-03-09T10:20:30.123456Z"));
        assertThat(service.getUser(ADMIN, 8).lastLogin()).isEmpty();
    }

    @Test
    void groups_and_permissions_are_the_same() {
        User staff = service.getUser(ADMIN, 2);

        assertThat(staff.groups()).containsExactly(new Group(1, "editors"), new Group(2, "viewers"));
        assertThat(staff.permissions())
                .containsExactly(new Permission(35, "weather.delete_town"), new Permission(40, "accounts.view_user"));
        assertThat(accounts.stores().roles().effective(2))
                .containsExactlyInAnyOrder(
                        "weather.delete_town",
                        "accounts.view_user",
                        "weather.add_town",
                        "weather.change_town",
                        "weather.view_country",
                        "weather.view_town");
        assertThat(accounts.stores().roles().roles().groups()).hasSize(3);
        assertThat(accounts.stores().roles().roles().permissions()).hasSize(40);
    }

    @Test
    void names_of_people_are_taken_as_they_are() {
        assertThat(service.getUser(ADMIN, 9).lastName()).isEqualTo("Петров");
        assertThat(service.getUser(ADMIN, 22).firstName()).isEqualTo("O'Neil \"Q\" \\");
        assertThat(service.getUser(ADMIN, 22).lastName()).isEqualTo("line1\nline2; DROP TABLE weather_user;--");
    }

    @Test
    void towns_are_the_same() {
        assertThat(service.towns().list(0, 10))
                .hasSize(4)
                .contains(new Town(3, "Saint Petersburg", "Russia", 30.308611, 59.9375));
    }

    @Test
    void addresses_are_not_verified_unless_the_host_says_so() {
        assertThat(accounts.stores()
                        .users()
                        .read(UserKey.id(3))
                        .orElseThrow()
                        .email()
                        .verified())
                .isFalse();
    }

    @Test
    void ids_continue_behind_the_greatest_one() throws SQLException {
        try (ImportedAccounts fresh = ImportedAccounts.inNewTables(database)) {
            fresh.recorded().into(fresh.tables()).run();
            fresh.recorded().into(fresh.tables()).run();

            Registration newcomer = Registration.of("newcomer", "xK9#mQ2z");
            assertThat(fresh.service().register(newcomer).id()).isEqualTo(1001);
            assertThat(fresh.service()
                            .towns()
                            .create("Riga", "Latvia", 24.1, 56.9)
                            .id())
                    .isEqualTo(5);
            assertThat(fresh.stores().roles().ensureGroup("new").id()).isEqualTo(4);
            assertThat(fresh.stores().roles().ensurePermission("new.one").id()).isEqualTo(41);
        }
    }
}
