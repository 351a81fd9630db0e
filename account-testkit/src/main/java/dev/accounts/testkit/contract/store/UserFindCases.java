package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.HASH;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class UserFindCases {

    private final StoreFixture fixture;

    UserFindCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void finds_nobody_by_an_unknown_username() {
        fixture.inserted("ana");

        assertThat(fixture.credentials("bob")).isEmpty();
        assertThat(fixture.stores().users().read(UserKey.username(""))).isEmpty();
    }

    @Test
    void finds_credentials_by_key_and_not_by_display_form() {
        NewUser ana = new NewUser(fixture.unique("ANA"), "", fixture.claim("ana"), HASH, JOINED);

        long id = fixture.inserted(ana);

        assertThat(fixture.credentials("ana"))
                .get()
                .extracting(StoredUser::id, StoredUser::active, StoredUser::passwordHash)
                .containsExactly(id, true, HASH);
        assertThat(fixture.credentials("ANA")).isEmpty();
    }

    @Test
    void finds_credentials_of_inactive_users_and_says_so() {
        long id = fixture.inserted("ana");

        fixture.deactivate(id);

        assertThat(fixture.credentials("ana"))
                .get()
                .extracting(StoredUser::id, StoredUser::active, StoredUser::passwordHash)
                .containsExactly(id, false, HASH);
    }

    @Test
    void keeps_a_hash_of_255_characters() {
        String hash = "$aA/+=,".repeat(37).substring(0, 255);

        fixture.inserted(new NewUser(fixture.unique("ana"), "", fixture.claim("ana"), hash, JOINED));

        assertThat(fixture.credentials("ana")).map(StoredUser::passwordHash).contains(hash);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void finds_nobody_by_an_unknown_id(long id) {
        assertThat(fixture.stores().users().find(id)).isEmpty();
    }

    @Test
    void finds_inactive_users_and_says_so() {
        long id = fixture.inserted("ana");

        fixture.deactivate(id);

        assertThat(fixture.user(id).active()).isFalse();
    }

    @Test
    void finds_each_user_with_its_own_towns() {
        long perm = fixture.town("Perm").id();
        long moscow = fixture.town("Moscow").id();
        long ana = fixture.inserted("ana", perm, moscow);
        long bob = fixture.inserted("bob", moscow);
        long cid = fixture.inserted("cid");

        assertThat(fixture.user(ana).towns()).containsExactly(perm, moscow);
        assertThat(fixture.user(bob).towns()).containsExactly(moscow);
        assertThat(fixture.user(cid).towns()).isEmpty();
    }

    @Test
    void finds_the_last_login() {
        long id = fixture.inserted("ana");
        Instant login = JOINED.plusNanos(1000);

        fixture.issue(fixture.token("token", id, login));

        assertThat(fixture.user(id).lastLogin()).contains(login);
        assertThat(fixture.user(id).dateJoined()).isEqualTo(JOINED);
    }

    /** Among them hours that do not exist in local time, or exist twice, and what 32 bits of seconds do not hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00.000001Z",
                "1999-12-31T23:59:59.999999Z",
                "2026-03-08T02:30:00Z",
                "2026-03-29T01:30:00.5Z",
                "2026-03-29T02:30:00.000009Z",
                "2026-10-25T00:30:00Z",
                "2026-10-25T01:30:00.100000Z",
                "2038-01-19T03:14:08.123456Z",
                "2999-12-31T23:59:59.999999Z"
            })
    void keeps_times_to_the_microsecond(Instant time) {
        long id = fixture.inserted(new NewUser(fixture.unique("ana"), "", fixture.claim("ana"), HASH, time));
        fixture.issue(fixture.token("token", id, time));

        User ana = fixture.user(id);

        assertThat(ana.dateJoined()).isEqualTo(time);
        assertThat(ana.lastLogin()).contains(time);
        assertThat(fixture.stores().tokens().findOwner(fixture.digest("token")))
                .hasValueSatisfying(owner -> assertThat(owner.expiresAt()).contains(time.plusSeconds(60)));
    }
}
