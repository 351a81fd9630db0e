package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.HASH;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static dev.accounts.testkit.contract.store.StoreFixture.MAX_TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.StorageException;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

abstract class UserReplaceRefusalCases {

    private final StoreFixture fixture;

    UserReplaceRefusalCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean replace(StoredUser changed) {
        return fixture.stores().users().replace(changed);
    }

    private void assertTaken(UnaryOperator<StoredUser> change) {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        StoredUser bob = fixture.read(fixture.inserted("bob"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> replace(change.apply(bob)))
                .returns(StorageException.Outcome.UNCHANGED, StorageException::outcome);

        assertThat(fixture.read(ana.id())).isEqualTo(ana);
        assertThat(fixture.read(bob.id())).isEqualTo(bob);
        assertThat(fixture.credentials("bob")).contains(bob);
    }

    @Test
    void changes_nothing_once_the_user_was_changed() {
        long id = fixture.inserted("ana");
        StoredUser seen = fixture.read(id);
        fixture.flag(id, true, true, false);
        StoredUser now = fixture.read(id);

        assertThat(replace(seen.withPasswordHash("another hash"))).isFalse();
        assertThat(replace(seen.withUsername(fixture.unique("bob"), fixture.unique("bob"))))
                .isFalse();

        assertThat(fixture.read(id)).isEqualTo(now);
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void does_not_bring_back_a_hash_that_a_login_has_replaced() {
        long id = fixture.inserted("ana");
        StoredUser seen = fixture.read(id);
        fixture.stores()
                .tokens()
                .issue(new VerifiedLogin(fixture.token("token", id, JOINED), HASH, "stronger", MAX_TOKENS));

        assertThat(replace(seen.withFlags(new StoredUser.Flags(true, true, false))))
                .isFalse();

        assertThat(fixture.read(id).passwordHash()).isEqualTo("stronger");
        assertThat(fixture.read(id).flags().staff()).isFalse();
    }

    @Test
    void changes_nothing_from_a_version_that_is_yet_to_come() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        StoredUser ahead = new StoredUser(
                ana.id(),
                ana.version() + 1,
                ana.username(),
                ana.usernameKey(),
                ana.email().verified(true),
                HASH,
                new StoredUser.Flags(false, false, false));

        assertThat(replace(ahead)).isFalse();

        assertThat(fixture.read(ana.id())).isEqualTo(ana);
    }

    @Test
    void does_not_bring_back_a_deleted_user() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        fixture.stores().users().delete(ana);

        assertThat(replace(ana.withFlags(new StoredUser.Flags(true, true, true))))
                .isFalse();

        assertThat(fixture.stores().users().find(ana.id())).isEmpty();
        assertThat(fixture.credentials("ana")).isEmpty();
    }

    @Test
    void refuses_the_username_of_another_user() {
        assertTaken(bob -> bob.withUsername(fixture.unique("ana"), fixture.unique("ana")));
    }

    @Test
    void refuses_the_email_of_another_user() {
        assertTaken(bob -> bob.withEmail(
                new StoredUser.Email(fixture.email("ana"), Optional.of(fixture.email("ana")), true, Optional.empty())));
    }

    @Test
    void refuses_a_free_username_together_with_a_taken_email() {
        assertTaken(bob -> bob.withUsername(fixture.unique("cid"), fixture.unique("cid"))
                .withEmail(new StoredUser.Email(
                        fixture.email("ana"), Optional.of(fixture.email("ana")), true, Optional.empty())));

        assertThat(fixture.credentials("cid")).isEmpty();
    }

    @Test
    void refuses_a_taken_username_together_with_a_free_email() {
        assertTaken(bob -> bob.withUsername(fixture.unique("ana"), fixture.unique("ana"))
                .withEmail(new StoredUser.Email(
                        fixture.email("cid"), Optional.of(fixture.email("cid")), true, Optional.empty())));

        assertThat(fixture.stores().users().conflicts(fixture.claim("cid")).isEmpty())
                .isTrue();
    }
}
