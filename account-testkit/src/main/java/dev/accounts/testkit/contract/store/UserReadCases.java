package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.HASH;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class UserReadCases {

    private final StoreFixture fixture;

    UserReadCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private Optional<StoredUser> read(UserKey key) {
        return fixture.stores().users().read(key);
    }

    @Test
    void reads_every_field_of_a_new_user() {
        String display = fixture.unique("Ana");
        NewUser ana = new NewUser(display, "Ana@example.org", fixture.claim("ana"), HASH, JOINED);

        long id = fixture.inserted(ana);

        StoredUser read = fixture.read(id);
        assertThat(read)
                .isEqualTo(new StoredUser(
                        id,
                        read.version(),
                        display,
                        fixture.unique("ana"),
                        StoredUser.Email.of("Ana@example.org", Optional.of(fixture.email("ana"))),
                        HASH,
                        StoredUser.Flags.ACTIVE));
    }

    @Test
    void reads_the_same_by_id_username_and_email() {
        long id = fixture.inserted("ana");
        fixture.inserted("bob");

        Optional<StoredUser> ana = Optional.of(fixture.read(id));

        assertThat(read(UserKey.username(fixture.unique("ana")))).isEqualTo(ana);
        assertThat(read(UserKey.email(fixture.email("ana")))).isEqualTo(ana);
    }

    @Test
    void reads_nobody_by_a_key_of_another_kind() {
        long id = fixture.inserted("ana");

        assertThat(Stream.of(
                        UserKey.username(fixture.email("ana")),
                        UserKey.email(fixture.unique("ana")),
                        UserKey.username(Long.toString(id)),
                        UserKey.email(Long.toString(id))))
                .allMatch(key -> read(key).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void reads_nobody_by_an_unknown_id(long id) {
        assertThat(read(UserKey.id(id))).isEmpty();
    }

    @Test
    void reads_nobody_by_an_unknown_name_or_email() {
        fixture.inserted("ana");

        assertThat(read(UserKey.username(fixture.unique("bob")))).isEmpty();
        assertThat(read(UserKey.email(fixture.email("bob")))).isEmpty();
    }

    @Test
    void reads_a_user_without_email_and_nobody_by_an_empty_one() {
        long id = fixture.inserted(fixture.newUser(fixture.usernameClaim(fixture.unique("ana"))));

        assertThat(fixture.read(id).email()).isEqualTo(StoredUser.Email.NONE);
        assertThat(read(UserKey.email(""))).isEmpty();
    }

    @Test
    void reads_by_keys_and_not_by_display_forms() {
        NewUser ana = new NewUser(fixture.unique("ANA"), "ANA@X.ORG", fixture.claim("ana"), HASH, JOINED);
        fixture.inserted(ana);

        assertThat(read(UserKey.username(fixture.unique("ANA")))).isEmpty();
        assertThat(read(UserKey.email("ANA@X.ORG"))).isEmpty();
    }
}
