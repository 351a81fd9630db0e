package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class UserReplaceCases {

    private final StoreFixture fixture;

    UserReplaceCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean replace(StoredUser changed) {
        return fixture.stores().users().replace(changed);
    }

    /** What was read, with everything changed that can be. */
    private StoredUser changed(StoredUser read) {
        return read.withUsername(fixture.unique("BOB"), fixture.unique("bob"))
                .withEmail(new StoredUser.Email(
                        "BOB@example.org", Optional.of(fixture.email("bob")), true, Optional.of("next@example.org")))
                .withPasswordHash("another hash")
                .withFlags(new StoredUser.Flags(false, true, true));
    }

    @Test
    void replaces_every_field_and_counts_the_version_up() {
        StoredUser before = fixture.read(fixture.inserted("ana"));
        StoredUser changed = changed(before);

        assertThat(replace(changed)).isTrue();

        StoredUser after = fixture.read(before.id());
        assertThat(after).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void shows_what_was_replaced_and_leaves_the_rest() {
        long town = fixture.town("Perm").id();
        long id = fixture.inserted("ana", town);
        fixture.issue(fixture.token("token", id, JOINED.plusSeconds(1)));

        replace(changed(fixture.read(id)));

        assertThat(fixture.user(id))
                .isEqualTo(new User(
                        id,
                        fixture.unique("BOB"),
                        "BOB@example.org",
                        true,
                        "",
                        "",
                        false,
                        true,
                        true,
                        JOINED,
                        Optional.of(JOINED.plusSeconds(1)),
                        3,
                        List.of(),
                        List.of(),
                        List.of(town)));
    }

    @Test
    void is_seen_by_the_tokens_of_the_user() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("token", id, JOINED));

        fixture.flag(id, false, true, true);

        assertThat(fixture.stores().tokens().findOwner(fixture.digest("token"))).hasValueSatisfying(owner -> {
            assertThat(owner.active()).isFalse();
            assertThat(owner.identity().staff()).isTrue();
            assertThat(owner.identity().superuser()).isTrue();
        });
    }

    @Test
    void keeps_names_and_counts_the_version_up_where_nothing_is_changed() {
        StoredUser before = fixture.read(fixture.inserted("ana"));

        assertThat(replace(before)).isTrue();

        assertThat(fixture.read(before.id()).version()).isEqualTo(before.version() + 1);
        assertThat(fixture.credentials("ana")).map(StoredUser::id).contains(before.id());
    }

    @Test
    void replaces_again_and_again() {
        long id = fixture.inserted("ana");
        long version = fixture.read(id).version();

        for (int i = 1; i <= 10; i++) {
            assertThat(replace(fixture.read(id).withPasswordHash("hash " + i))).isTrue();
        }

        assertThat(fixture.read(id).passwordHash()).isEqualTo("hash 10");
        assertThat(fixture.read(id).version()).isEqualTo(version + 10);
    }

    @Test
    void frees_the_former_names_and_takes_the_new_ones() {
        long id = fixture.inserted("ana");

        replace(changed(fixture.read(id)));

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.stores().users().read(UserKey.email(fixture.email("ana"))))
                .isEmpty();
        assertThat(fixture.insert(fixture.claim("bob"))).isEqualTo(StoreFixture.refused(true, true));
        assertThat(fixture.inserted("ana")).isNotEqualTo(id);
    }

    @Test
    void removes_an_email() {
        long id = fixture.inserted("ana");

        assertThat(replace(fixture.read(id)
                        .withEmail(new StoredUser.Email("", Optional.empty(), false, Optional.empty()))))
                .isTrue();

        assertThat(fixture.user(id).email()).isEmpty();
        assertThat(fixture.read(id).email().key()).isEmpty();
        assertThat(fixture.stores().users().conflicts(fixture.claim("ana")).emailTaken())
                .isFalse();
    }

    @Test
    void changes_nobody_else() {
        long id = fixture.inserted("ana");
        StoredUser other = fixture.read(fixture.inserted("cid"));

        replace(changed(fixture.read(id)));

        assertThat(fixture.read(other.id())).isEqualTo(other);
    }

    @Test
    void takes_names_that_differ_in_case_alone() {
        fixture.inserted("ana");
        long id = fixture.inserted("bob");
        String name = fixture.unique("Ana");
        String email = fixture.email("Ana");

        assertThat(replace(fixture.read(id)
                        .withUsername(name, name)
                        .withEmail(new StoredUser.Email(email, Optional.of(email), false, Optional.empty()))))
                .isTrue();

        assertThat(fixture.stores().users().conflicts(fixture.claim("Ana")))
                .isEqualTo(Conflicts.of(true, true, List.of()));
    }

    /** Letters of four bytes each. */
    @Test
    void keeps_the_longest_names_emails_and_hashes() {
        long id = fixture.inserted("ana");
        String ending = fixture.unique("");
        String wide = "\uD840\uDC00";
        String email = wide.repeat(254 - ending.length()) + ending;
        StoredUser longest = fixture.read(id)
                .withUsername(wide.repeat(150 - ending.length()) + ending, wide.repeat(300 - ending.length()) + ending)
                .withEmail(new StoredUser.Email(email, Optional.of(email), true, Optional.of(wide.repeat(254))))
                .withPasswordHash("$aA/+=,".repeat(37).substring(0, 255));

        assertThat(replace(longest)).isTrue();

        assertThat(fixture.read(id))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(longest);
    }
}
