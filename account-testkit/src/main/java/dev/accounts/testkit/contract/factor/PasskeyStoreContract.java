package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.StoredPasskey;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PasskeyStore} guarantees. */
public abstract class PasskeyStoreContract {

    private static final int RUNNERS = 32;
    private static final UUID AAGUID = UUID.fromString("ee882879-721c-4913-9775-3dfcce97072a");
    private static final StoredPasskey.Usage FRESH = new StoredPasskey.Usage(0, 0, false, Optional.empty());

    private StoreFixture fixture;

    /** For the test of an adapter. */
    protected PasskeyStoreContract() {}

    @BeforeEach
    final void createFixture() {
        fixture = new StoreFixture(this::stores);
    }

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    private PasskeyStore passkeys() {
        return stores().passkeys();
    }

    private StoredPasskey passkey(long userId, String credential, Instant createdAt) {
        return new StoredPasskey(
                userId,
                fixture.unique(credential),
                "pQECAyYgASFYIA",
                "laptop",
                Set.of("internal", "hybrid"),
                AAGUID,
                true,
                false,
                createdAt,
                FRESH);
    }

    private StoredPasskey passkey(long userId, String credential) {
        return passkey(userId, credential, JOINED);
    }

    private StoredPasskey added(long userId, String credential) {
        StoredPasskey passkey = passkey(userId, credential);
        assertThat(passkeys().add(passkey)).isTrue();
        return passkey;
    }

    private static StoredPasskey.Usage usage(long signCount, long lastChallenge) {
        return new StoredPasskey.Usage(
                signCount,
                lastChallenge,
                true,
                Optional.of(JOINED.plusSeconds(60).plusNanos(1000)));
    }

    private static StoredPasskey renamed(StoredPasskey passkey, String name) {
        return new StoredPasskey(
                passkey.userId(),
                passkey.credentialId(),
                passkey.publicKey(),
                name,
                passkey.transports(),
                passkey.aaguid(),
                passkey.backupEligible(),
                passkey.userVerified(),
                passkey.createdAt(),
                passkey.usage());
    }

    private void undone(Runnable change) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> stores().atomically(() -> {
                    change.run();
                    throw new IllegalStateException();
                }));
    }

    @Test
    void finds_what_was_added() {
        StoredPasskey passkey = added(fixture.inserted("ana"), "one");

        assertThat(passkeys().find(passkey.digest())).contains(passkey);
        assertThat(passkeys().find(StoredPasskey.digest(fixture.unique("two")))).isEmpty();
    }

    @Test
    void keeps_the_longest_values_to_the_last_character_and_microsecond() {
        long ana = fixture.inserted("ana");
        StoredPasskey passkey = new StoredPasskey(
                ana,
                (fixture.unique("") + "A".repeat(StoredPasskey.MAX_CREDENTIAL_ID))
                        .substring(0, StoredPasskey.MAX_CREDENTIAL_ID),
                "_".repeat(StoredPasskey.MAX_PUBLIC_KEY),
                "🔑".repeat(StoredPasskey.MAX_NAME),
                Set.of("usb", "t".repeat(StoredPasskey.MAX_TRANSPORTS - "usb ".length())),
                new UUID(-1, -1),
                false,
                false,
                JOINED,
                new StoredPasskey.Usage(Long.MAX_VALUE, Long.MAX_VALUE, true, Optional.of(JOINED.plusNanos(1000))));

        assertThat(passkeys().add(passkey)).isTrue();

        assertThat(passkeys().find(passkey.digest())).contains(passkey);
        assertThat(passkeys().list(ana)).containsExactly(passkey);
    }

    @Test
    void keeps_empty_values() {
        StoredPasskey passkey = new StoredPasskey(
                fixture.inserted("ana"),
                fixture.unique("one"),
                "",
                "x",
                Set.of(),
                new UUID(0, 0),
                false,
                true,
                JOINED,
                FRESH);

        assertThat(passkeys().add(passkey)).isTrue();

        assertThat(passkeys().find(passkey.digest())).contains(passkey);
    }

    @Test
    void tells_ids_apart_that_differ_in_case() {
        long ana = fixture.inserted("ana");

        assertThat(List.of(added(ana, "one"), added(ana, "ONE")))
                .allSatisfy(
                        passkey -> assertThat(passkeys().find(passkey.digest())).contains(passkey));
    }

    @Test
    void refuses_a_credential_that_exists_whoever_owns_it() {
        StoredPasskey passkey = added(fixture.inserted("ana"), "one");
        long ben = fixture.inserted("ben");

        assertThat(passkeys().add(renamed(passkey, "other"))).isFalse();
        assertThat(passkeys().add(passkey(ben, "one"))).isFalse();

        assertThat(passkeys().find(passkey.digest())).contains(passkey);
        assertThat(passkeys().list(ben)).isEmpty();
    }

    @Test
    void lets_the_work_around_a_refused_one_go_on() {
        long ana = fixture.inserted("ana");
        StoredPasskey first = added(ana, "one");

        List<Boolean> added = stores().atomically(
                        () -> List.of(passkeys().add(first), passkeys().add(passkey(ana, "two"))));

        assertThat(added).containsExactly(false, true);
        assertThat(passkeys().list(ana)).hasSize(2);
    }

    @Test
    void refuses_an_unknown_user() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> passkeys().add(passkey(Long.MAX_VALUE, "one")))
                .extracting(StorageException::outcome)
                .isEqualTo(StorageException.Outcome.UNCHANGED);

        assertThat(passkeys().find(StoredPasskey.digest(fixture.unique("one")))).isEmpty();
    }

    @Test
    void lets_one_of_two_users_add_a_credential() {
        List<Long> users = List.of(fixture.inserted("ana"), fixture.inserted("ben"));

        List<Boolean> added =
                Race.of(RUNNERS, i -> Race.atLast(() -> passkeys().add(passkey(users.get(i % 2), "one"))));

        assertThat(Collections.frequency(added, true)).isOne();
        long owner = users.get(added.indexOf(true) % 2);
        assertThat(passkeys().find(StoredPasskey.digest(fixture.unique("one")))).contains(passkey(owner, "one"));
    }

    @Test
    void lists_those_of_one_user_the_oldest_first() {
        long ana = fixture.inserted("ana");
        added(fixture.inserted("ben"), "other");
        StoredPasskey last = passkey(ana, "last", JOINED.plusNanos(1000));
        StoredPasskey first = passkey(ana, "first", JOINED.minusNanos(1000));
        List<StoredPasskey> between = LongStream.range(0, 10)
                .mapToObj(i -> passkey(ana, "between" + i))
                .sorted(Comparator.comparing(passkey -> passkey.digest().hex()))
                .toList();
        Stream.of(List.of(last), between, List.of(first))
                .flatMap(List::stream)
                .forEach(passkey -> assertThat(passkeys().add(passkey)).isTrue());

        assertThat(passkeys().list(ana))
                .startsWith(first)
                .containsSubsequence(between)
                .endsWith(last)
                .hasSize(12);
        assertThat(passkeys().list(fixture.inserted("cleo"))).isEmpty();
    }

    @Test
    void records_a_use_of_what_was_seen() {
        StoredPasskey fresh = added(fixture.inserted("ana"), "one");
        StoredPasskey counted = fresh.withUsage(usage(7, 0));
        StoredPasskey answered = fresh.withUsage(usage(7, 58_900_000));

        assertThat(passkeys().use(fresh, counted.usage())).isTrue();
        assertThat(passkeys().use(fresh, answered.usage())).isFalse();
        assertThat(passkeys().find(fresh.digest())).contains(counted);

        assertThat(passkeys().use(counted, answered.usage())).isTrue();
        assertThat(passkeys().use(counted, FRESH)).isFalse();
        assertThat(passkeys().find(fresh.digest())).contains(answered);
    }

    /** Synced passkeys do not count, and a login with a name has a challenge that is used up elsewhere. */
    @Test
    void records_each_use_that_changes_neither_count_nor_challenge() {
        StoredPasskey fresh = added(fixture.inserted("ana"), "one");

        List<Boolean> used = Race.of(RUNNERS, i -> Race.atLast(() -> passkeys().use(fresh, usage(0, 0))));

        assertThat(used).containsOnly(true);
        assertThat(passkeys().find(fresh.digest())).contains(fresh.withUsage(usage(0, 0)));
        assertThat(passkeys().use(fresh, FRESH)).isTrue();
        assertThat(passkeys().find(fresh.digest())).contains(fresh);
    }

    @Test
    void lets_one_of_many_use_a_count() {
        StoredPasskey fresh = added(fixture.inserted("ana"), "one");

        List<Boolean> used = Race.of(RUNNERS, i -> Race.atLast(() -> passkeys().use(fresh, usage(i + 1, 0))));

        assertThat(Collections.frequency(used, true)).isOne();
        assertThat(passkeys().find(fresh.digest())).contains(fresh.withUsage(usage(used.indexOf(true) + 1, 0)));
    }

    @Test
    void lets_one_of_many_answer_a_challenge() {
        StoredPasskey fresh = added(fixture.inserted("ana"), "one");

        List<Boolean> used = Race.of(RUNNERS, i -> Race.atLast(() -> passkeys().use(fresh, usage(0, 1))));

        assertThat(Collections.frequency(used, true)).isOne();
    }

    @Test
    void uses_none_that_was_removed_or_has_another_owner() {
        long ana = fixture.inserted("ana");
        long ben = fixture.inserted("ben");
        StoredPasskey former = added(ana, "one");
        passkeys().remove(ana, former.digest());

        assertThat(passkeys().use(former, usage(1, 0))).isFalse();
        StoredPasskey next = added(ben, "one");
        assertThat(passkeys().use(former, usage(1, 0))).isFalse();

        assertThat(passkeys().find(next.digest())).contains(next);
    }

    @Test
    void renames_one_of_the_user_and_no_other() {
        long ana = fixture.inserted("ana");
        StoredPasskey one = added(ana, "one");
        StoredPasskey two = added(ana, "two");
        long ben = fixture.inserted("ben");

        assertThat(passkeys().rename(ana, one.digest(), "🔑 phone")).isTrue();
        assertThat(passkeys().rename(ben, two.digest(), "stolen")).isFalse();
        assertThat(passkeys().rename(ana, StoredPasskey.digest(fixture.unique("three")), "unknown"))
                .isFalse();

        assertThat(passkeys().list(ana)).containsExactlyInAnyOrder(renamed(one, "🔑 phone"), two);
    }

    @Test
    void takes_a_name_of_the_longest_and_no_longer_or_empty() {
        StoredPasskey passkey = added(fixture.inserted("ana"), "one");
        String longest = "🔑".repeat(StoredPasskey.MAX_NAME);

        assertThat(passkeys().rename(passkey.userId(), passkey.digest(), longest))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passkeys().rename(passkey.userId(), passkey.digest(), longest + "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passkeys().rename(passkey.userId(), passkey.digest(), ""));

        assertThat(passkeys().find(passkey.digest())).contains(renamed(passkey, longest));
    }

    @Test
    void removes_one_of_the_user_and_no_other() {
        long ana = fixture.inserted("ana");
        StoredPasskey one = added(ana, "one");
        StoredPasskey two = added(ana, "two");
        StoredPasskey three = added(fixture.inserted("ben"), "three");

        assertThat(passkeys().remove(ana, one.digest())).isTrue();
        assertThat(passkeys().remove(ana, one.digest())).isFalse();
        assertThat(passkeys().remove(ana, three.digest())).isFalse();

        assertThat(passkeys().find(one.digest())).isEmpty();
        assertThat(passkeys().list(ana)).containsExactly(two);
        assertThat(passkeys().find(three.digest())).contains(three);
    }

    @Test
    void removes_all_of_one_user() {
        long ana = fixture.inserted("ana");
        added(ana, "one");
        added(ana, "two");
        StoredPasskey three = added(fixture.inserted("ben"), "three");

        assertThat(passkeys().removeAll(ana)).isEqualTo(2);
        assertThat(passkeys().removeAll(ana)).isZero();

        assertThat(passkeys().list(ana)).isEmpty();
        assertThat(passkeys().find(three.digest())).contains(three);
    }

    @Test
    void adds_again_what_was_removed() {
        StoredPasskey passkey = added(fixture.inserted("ana"), "one");
        passkeys().remove(passkey.userId(), passkey.digest());

        StoredPasskey next = added(fixture.inserted("ben"), "one");

        assertThat(passkeys().find(passkey.digest())).contains(next);
    }

    @Test
    void go_with_the_user() {
        long ana = fixture.inserted("ana");
        StoredPasskey one = added(ana, "one");
        StoredPasskey two = added(fixture.inserted("ben"), "two");

        stores().users().delete(fixture.read(ana));

        assertThat(passkeys().find(one.digest())).isEmpty();
        assertThat(passkeys().list(ana)).isEmpty();
        assertThat(passkeys().find(two.digest())).contains(two);
    }

    @Test
    void take_part_in_the_work_around_them() {
        long ana = fixture.inserted("ana");
        StoredPasskey passkey = added(ana, "one");

        undone(() -> passkeys().use(passkey, usage(1, 1)));
        undone(() -> passkeys().rename(ana, passkey.digest(), "other"));
        undone(() -> passkeys().remove(ana, passkey.digest()));
        undone(() -> passkeys().removeAll(ana));
        undone(() -> passkeys().add(passkey(ana, "two")));

        assertThat(passkeys().list(ana)).containsExactly(passkey);
        assertThat(passkeys().find(StoredPasskey.digest(fixture.unique("two")))).isEmpty();
    }
}
