package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.HASH;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class UserFindCases {

    /** Pairs of texts that some collation considers equal. */
    static final List<List<String>> PAIRS = List.of(
            List.of("ana", "Ana"),
            List.of("ana", "ána"),
            List.of("á", "a\u0301"),
            List.of("strasse", "straße"),
            List.of("i", "ı"),
            List.of("I", "İ"),
            List.of("ana", "ana "),
            List.of("ana", " ana"),
            List.of("ana", "ana\u200D"),
            List.of("ana", "ａｎａ"),
            List.of("fi", "ﬁ"),
            List.of("k", "\u212A"),
            List.of("σ", "ς"),
            List.of("あ", "ア"),
            List.of("は", "ば"),
            List.of("е", "ё"),
            List.of("a-b", "ab"),
            List.of("a_b", "a%b"),
            List.of("\\", "\\\\"),
            List.of("1", "１"),
            List.of("\uD83D\uDE00", "\uD83D\uDE01"),
            List.of("\uD840\uDC00", "\uD840\uDC01"));

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

    /** The times include hours that local time skips or repeats, and seconds beyond 32 bits. */
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
                        StoredUser.Flags.ACTIVE,
                        false));
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

    /** Puts the difference at both ends, since some comparisons ignore one end. */
    private String key(String text) {
        return text + fixture.unique("") + text;
    }

    @ParameterizedTest
    @FieldSource("PAIRS")
    void tells_usernames_apart(List<String> pair) {
        String one = key(pair.get(0));
        String other = key(pair.get(1));
        long first = fixture.inserted(fixture.newUser(fixture.usernameClaim(one)));

        assertThat(fixture.stores().users().read(UserKey.username(other))).isEmpty();
        assertThat(fixture.stores().users().conflicts(fixture.usernameClaim(other)))
                .isEqualTo(Conflicts.none());
        long second = fixture.inserted(fixture.newUser(fixture.usernameClaim(other)));
        assertThat(fixture.stores().users().read(UserKey.username(one)))
                .map(StoredUser::id)
                .contains(first);
        assertThat(fixture.stores().users().read(UserKey.username(other)))
                .map(StoredUser::id)
                .contains(second);
    }

    @ParameterizedTest
    @FieldSource("PAIRS")
    void tells_emails_apart(List<String> pair) {
        fixture.inserted(fixture.newUser(withEmail("ana", key(pair.get(0)))));
        Claim other = withEmail("bob", key(pair.get(1)));

        assertThat(fixture.stores().users().conflicts(other)).isEqualTo(Conflicts.none());
        assertThat(fixture.user(fixture.inserted(fixture.newUser(other))).email())
                .isEqualTo(key(pair.get(1)));
    }

    private Claim withEmail(String name, String emailKey) {
        return Claim.of(Optional.of(fixture.unique(name)), Optional.of(emailKey), List.of());
    }

    /** Letters of four bytes each; a fold can make a key twice as long as its name. */
    @Test
    void keeps_the_longest_names_and_keys() {
        String ending = fixture.unique("");
        String wide = "\uD840\uDC00";
        String username = wide.repeat(150 - ending.length()) + ending;
        String email = wide.repeat(254 - ending.length()) + ending;
        String usernameKey = wide.repeat(300 - ending.length()) + ending;
        Claim claim = Claim.of(Optional.of(usernameKey), Optional.of(email), List.of());

        User stored = fixture.user(fixture.inserted(new NewUser(username, email, claim, "h", StoreFixture.JOINED)));

        assertThat(stored.username()).isEqualTo(username);
        assertThat(stored.email()).isEqualTo(email);
        assertThat(fixture.stores().users().read(UserKey.username(usernameKey)))
                .map(StoredUser::id)
                .contains(stored.id());
        assertThat(fixture.stores().users().conflicts(claim)).isEqualTo(Conflicts.of(true, true, List.of()));
    }
}
