package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.service.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class WireTest {

    @Test
    void a_user_has_fourteen_fields_in_order() {
        Map<String, Object> wire = Wire.user(user("2026-01-02T03:04:05.000001Z", Optional.of("2026-01-02T03:04:05Z")));

        assertThat(new ArrayList<>(wire.keySet()))
                .containsExactly(
                        "id",
                        "last_login",
                        "is_superuser",
                        "username",
                        "first_name",
                        "last_name",
                        "email",
                        "is_staff",
                        "is_active",
                        "date_joined",
                        "days_count",
                        "groups",
                        "user_permissions",
                        "towns");
        assertThat(new ArrayList<>(wire.values()))
                .containsExactly(
                        5L,
                        "2026-01-02T03:04:05Z",
                        true,
                        "Kust2",
                        "First",
                        "Last",
                        "k@x.org",
                        false,
                        true,
                        "2026-01-02T03:04:05.000001Z",
                        7,
                        List.of(1L, 2L),
                        List.of(3L),
                        List.of(4L, 9L));
    }

    @Test
    void a_user_who_never_logged_in_has_null_for_it() {
        assertThat(Wire.user(user("2026-01-02T03:04:05Z", Optional.empty()))).containsEntry("last_login", null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.1Z, 2026-01-02T03:04:05.100000Z",
        "2026-12-31T23:59:59.999999Z, 2026-12-31T23:59:59.999999Z"
    })
    void times_have_six_digits_or_none(String time, String wire) {
        assertThat(Wire.user(user(time, Optional.of(time))))
                .containsEntry("date_joined", wire)
                .containsEntry("last_login", wire);
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void times_do_not_depend_on_the_default_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Wire.user(user("2026-01-02T03:04:05Z", Optional.empty())))
                    .containsEntry("date_joined", "2026-01-02T03:04:05Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0, 0",
        "003, 3",
        "9223372036854775807, 9223372036854775807",
        "00000000000000000000009223372036854775807, 9223372036854775807"
    })
    void a_user_id_is_a_number_of_64_bits(String segment, long id) {
        assertThat(Wire.userId("/user/" + segment + "/")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "99999999999999999999",
                "-1",
                "+1",
                "1.0",
                "",
                " 1",
                "1 ",
                "1\n",
                "\u0661",
                "\uFF11",
                "0x1",
                "me"
            })
    void anything_else_is_no_user_id(String segment) {
        assertThat(Wire.userId("/user/" + segment + "/")).isEmpty();
    }

    @Test
    void a_user_in_a_list_has_three_fields_in_order() {
        Map<String, Object> wire = Wire.identity(user("2026-01-02T03:04:05Z", Optional.empty()));

        assertThat(wire).hasToString("{email=k@x.org, id=5, username=Kust2}");
    }

    @Test
    void a_session_has_eight_fields_in_order() {
        assertThat(Wire.session(session(Optional.of(Instant.parse("2026-01-03T00:00:00Z")))))
                .hasToString("{id=00000000-0000-0001-0000-000000000002, label=phone, created_at=2026-01-02T03:04:05Z,"
                        + " last_used_at=2026-01-02T03:04:05.000001Z, expires_at=2026-01-03T00:00:00Z, current=true,"
                        + " scopes=null, actor_id=null}");
    }

    @Test
    void a_session_that_does_not_expire_has_null_for_it() {
        assertThat(Wire.session(session(Optional.empty()))).containsEntry("expires_at", null);
    }

    @Test
    void a_session_id_is_written_in_full() {
        UUID id = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

        assertThat(Wire.uuid("/auth/sessions/123e4567-e89b-12d3-a456-426614174000/"))
                .contains(id);
        assertThat(Wire.uuid("/auth/sessions/123E4567-E89B-12D3-A456-426614174000/"))
                .contains(id);
        for (String segment : List.of("", "1", "1-1-1-1-1", "123e4567e89b12d3a456426614174000", id + " ", id + "\n")) {
            assertThat(Wire.uuid("/auth/sessions/" + segment + "/")).as(segment).isEmpty();
        }
    }

    private static Session session(Optional<Instant> expiry) {
        return new Session(
                new UUID(1, 2),
                "phone",
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T03:04:05.000001Z"),
                expiry,
                Delegation.NONE,
                true);
    }

    private static User user(String joined, Optional<String> login) {
        return new User(
                5,
                "Kust2",
                "k@x.org",
                true,
                "First",
                "Last",
                true,
                false,
                true,
                Instant.parse(joined),
                login.map(Instant::parse),
                7,
                List.of(new Group(1, "a"), new Group(2, "b")),
                List.of(new Permission(3, "c")),
                List.of(4L, 9L));
    }
}
