package dev.accounts.testkit.contract.work;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.model.AuthToken;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.Group;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

abstract class UndoneWorkCases {

    private final StoreFixture fixture;

    UndoneWorkCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private AccountStores stores() {
        return fixture.stores();
    }

    /** All that the stores return about one user and the data of the test. */
    private record Seen(
            Optional<User> user,
            Optional<StoredUser> state,
            List<AuthToken> tokens,
            Optional<StoredOneTimeToken> link,
            Optional<Attempts> attempts) {}

    private Seen seen(long id) {
        return new Seen(
                stores().users().find(id),
                stores().users().read(UserKey.id(id)),
                stores().tokens().list(id),
                stores().oneTimeTokens().find(fixture.digest("link")),
                stores().attempts().find(fixture.digest("key").hex()));
    }

    private void undo(Runnable work) {
        BadCredentialsException refusal = new BadCredentialsException();
        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    work.run();
                    throw refusal;
                })))
                .isSameAs(refusal);
    }

    private void count(Optional<Attempts> seen, int count) {
        stores().attempts().replace(fixture.digest("key").hex(), seen, new Attempts(count, JOINED));
    }

    private void assign(long userId, long... groups) {
        stores().roles()
                .assign(Assignment.of(
                        Assignment.Kind.GROUPS_OF_USER,
                        userId,
                        LongStream.of(groups).boxed().toList()));
    }

    private long group(String name) {
        return stores().roles().ensureGroup(fixture.unique(name)).id();
    }

    /** A user with data in every store. */
    private long rich() {
        long id = fixture.inserted("ana", fixture.town("Perm").id());
        assign(id, group("editors"));
        fixture.issue(fixture.token("token", id, JOINED));
        stores().oneTimeTokens().issue(fixture.oneTime("link", Purpose.RESET_PASSWORD, id, JOINED));
        count(Optional.empty(), 1);
        return id;
    }

    @Test
    void leaves_nothing_of_what_was_added() {
        List<Long> ids = new ArrayList<>();
        undo(() -> {
            ids.clear();
            ids.add(rich());
            ids.add(fixture.town("Moscow").id());
        });

        assertThat(seen(ids.get(0)))
                .isEqualTo(new Seen(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty()));
        assertThat(stores().towns().find(ids.get(1))).map(Town::id).isEmpty();
        assertThat(fixture.isStored("token")).isFalse();
        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(stores().roles().roles().groups().keySet())
                .extracting(Group::name)
                .doesNotContain(fixture.unique("editors"));
        assertThat(fixture.user(fixture.inserted("ana")).groups()).isEmpty();
    }

    @Test
    void leaves_everything_as_it_was_before_it_was_changed() {
        long id = rich();
        Seen before = seen(id);

        undo(() -> {
            stores().users()
                    .replace(fixture.read(id)
                            .withUsername("x", fixture.unique("bob"))
                            .withEmail(new StoredUser.Email("", Optional.empty(), false, Optional.empty()))
                            .withFlags(new StoredUser.Flags(false, true, true)));
            assign(id, group("others"));
            stores().tokens().endAll(id, Optional.empty());
            stores().oneTimeTokens().issue(fixture.oneTime("newer", Purpose.RESET_PASSWORD, id, JOINED));
            count(Optional.of(new Attempts(1, JOINED)), 2);
        });

        assertThat(seen(id)).isEqualTo(before);
        assertThat(fixture.credentials("ana")).isEqualTo(before.state());
        assertThat(fixture.credentials("bob")).isEmpty();
        assertThat(stores().users().read(UserKey.email(fixture.email("ana")))).isEqualTo(before.state());
        assertThat(stores().oneTimeTokens().find(fixture.digest("newer"))).isEmpty();
    }

    @Test
    void brings_back_what_was_removed() {
        long id = rich();
        Seen before = seen(id);

        undo(() -> {
            stores().attempts().remove(fixture.digest("key").hex());
            stores().roles().deleteGroup(group("editors"));
            stores().oneTimeTokens().use(fixture.digest("link"), JOINED);
            stores().users().delete(fixture.read(id));
        });

        assertThat(seen(id)).isEqualTo(before);
        assertThat(fixture.isStored("token")).isTrue();
        assertThat(before.user().orElseThrow().groups()).hasSize(1);
        assertThat(stores().users().replace(before.state().orElseThrow())).isTrue();
    }

    @Test
    void frees_the_name_that_was_taken_meanwhile() {
        long ana = fixture.inserted("ana");
        undo(() -> {
            stores().users().delete(fixture.read(ana));
            fixture.inserted("ana");
        });

        assertThat(fixture.credentials("ana")).map(StoredUser::id).contains(ana);
    }

    @Test
    void leaves_the_thread_free_for_other_work() {
        undo(() -> fixture.inserted("ana"));

        long id = stores().atomically(() -> fixture.inserted("ana"));

        assertThat(fixture.credentials("ana")).map(StoredUser::id).contains(id);
    }
}
