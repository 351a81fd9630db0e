package dev.accounts.testkit.contract.work;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static dev.accounts.testkit.internal.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

abstract class AtomicWorkCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    AtomicWorkCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private AccountStores stores() {
        return fixture.stores();
    }

    @Test
    void keeps_all_that_the_work_did_and_answers_what_it_answered() {
        long id = stores().atomically(() -> {
            long ana = fixture.inserted("ana", fixture.town("Perm").id());
            long group = stores().roles().ensureGroup(fixture.unique("editors")).id();
            stores().roles().assign(Assignment.of(Assignment.Kind.GROUPS_OF_USER, ana, List.of(group)));
            fixture.issue(fixture.token("token", ana, JOINED));
            stores().oneTimeTokens().issue(fixture.oneTime("link", Purpose.VERIFY_EMAIL, ana, JOINED));
            return ana;
        });

        assertThat(fixture.user(id).towns()).hasSize(1);
        assertThat(fixture.user(id).groups()).hasSize(1);
        assertThat(fixture.user(id).lastLogin()).contains(JOINED);
        assertThat(fixture.isStored("token")).isTrue();
        assertThat(stores().oneTimeTokens().find(fixture.digest("link"))).isPresent();
    }

    @Test
    void lets_the_work_see_what_it_did() {
        assertThat(stores().<Boolean>atomically(() -> {
                    long id = fixture.inserted("ana");
                    fixture.issue(fixture.token("token", id, JOINED));
                    fixture.flag(id, true, true, false);
                    return fixture.user(id).staff()
                            && fixture.read(id).flags().staff()
                            && fixture.credentials("ana").isPresent()
                            && fixture.isStored("token")
                            && stores().tokens().list(id).size() == 1;
                }))
                .isTrue();
    }

    @Test
    void lets_the_work_read_what_it_has_removed_no_more() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("token", id, JOINED));

        assertThat(stores().<Boolean>atomically(() -> {
                    boolean deleted = stores().users().delete(fixture.read(id));
                    return deleted
                            && stores().users().find(id).isEmpty()
                            && fixture.credentials("ana").isEmpty()
                            && !fixture.isStored("token");
                }))
                .isTrue();
    }

    @Test
    void replaces_one_user_twice() {
        long id = fixture.inserted("ana");
        long version = fixture.read(id).version();

        stores().atomically(() -> {
            fixture.flag(id, true, true, false);
            fixture.flag(id, false, true, false);
            return true;
        });

        assertThat(fixture.read(id).version()).isEqualTo(version + 2);
        assertThat(fixture.user(id).active()).isFalse();
        assertThat(fixture.user(id).staff()).isTrue();
    }

    @Test
    void goes_on_after_a_refused_insertion() {
        fixture.inserted("ana");

        long bob = stores().atomically(() -> {
            fixture.town("Perm");
            assertThat(fixture.insert(fixture.claim("ana"))).isEqualTo(refused(true, true));
            assertThat(fixture.insert(fixture.claim("cid", -1L))).isEqualTo(refused(false, false, -1L));
            return fixture.inserted("bob");
        });

        assertThat(fixture.user(bob).username()).isEqualTo(fixture.unique("bob"));
        assertThat(fixture.credentials("cid")).isEmpty();
    }

    @Test
    void goes_on_after_whatever_was_answered_with_no() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        fixture.flag(ana.id(), true, true, false);

        long bob = stores().atomically(() -> {
            assertThat(stores().users().replace(ana.withPasswordHash("x"))).isFalse();
            assertThat(stores().users().delete(ana)).isFalse();
            assertThat(fixture.issue(fixture.token("token", Long.MAX_VALUE, JOINED)))
                    .isFalse();
            assertThat(stores().oneTimeTokens()
                            .issue(fixture.oneTime("link", Purpose.VERIFY_EMAIL, Long.MAX_VALUE, JOINED)))
                    .isFalse();
            assertThat(stores().roles().assign(Assignment.of(Assignment.Kind.GROUPS_OF_USER, ana.id(), List.of(-1L))))
                    .containsExactly(-1L);
            return fixture.inserted("bob");
        });

        assertThat(stores().users().find(bob)).isPresent();
        assertThat(fixture.read(ana.id()).flags().staff()).isTrue();
    }

    @Test
    void is_done_whole_by_many_at_once() {
        List<Long> ids = Race.of(
                RUNNERS,
                i -> stores().atomically(() -> {
                    long id = fixture.inserted("user" + i);
                    fixture.issue(fixture.token("token" + i, id, JOINED));
                    return id;
                }));

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allMatch(id -> stores().tokens().list(id).size() == 1);
    }

    @Test
    void loses_no_change_of_many_at_once() {
        long id = fixture.inserted("ana");

        Race.of(RUNNERS, i -> {
            boolean done = false;
            while (!done) {
                done = stores().atomically(() -> {
                    StoredUser read = fixture.read(id);
                    return stores().users().replace(read.withPasswordHash(read.passwordHash() + "+"));
                });
            }
            return true;
        });

        assertThat(fixture.read(id).passwordHash()).isEqualTo(StoreFixture.HASH + "+".repeat(RUNNERS));
    }

    /** A unit of work that loses changes nothing. */
    @Test
    void inserts_a_town_and_a_user_or_neither() {
        List<Optional<Long>> towns = Race.of(RUNNERS, i -> {
            long[] town = new long[1];
            try {
                return stores().atomically(() -> {
                    town[0] = fixture.town("Perm").id();
                    fixture.inserted("ana", town[0]);
                    return Optional.of(town[0]);
                });
            } catch (AssertionError taken) {
                assertThat(stores().towns().find(town[0])).isEmpty();
                return Optional.empty();
            }
        });

        assertThat(towns.stream().flatMap(Optional::stream))
                .hasSize(1)
                .containsExactlyElementsOf(
                        fixture.user(fixture.credentials("ana").orElseThrow().id())
                                .towns());
    }

    @Test
    void inner_work_sees_what_the_outer_did_and_the_outer_what_the_inner_did() {
        long id = stores().atomically(() -> {
            long ana = fixture.inserted("ana");
            stores().atomically(() -> {
                fixture.flag(ana, true, true, false);
                return fixture.issue(fixture.token("token", ana, JOINED));
            });
            assertThat(fixture.isStored("token")).isTrue();
            return ana;
        });

        assertThat(fixture.user(id).staff()).isTrue();
        assertThat(fixture.isStored("token")).isTrue();
    }

    @Test
    void inner_work_is_undone_with_the_outer() {
        BadCredentialsException refusal = new BadCredentialsException();

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("ana");
                    stores().atomically(() -> fixture.inserted("bob"));
                    throw refusal;
                })))
                .isSameAs(refusal);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void outer_work_is_undone_by_what_the_inner_throws_through_it() {
        BadCredentialsException refusal = new BadCredentialsException();

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("ana");
                    return stores().atomically(() -> {
                        fixture.inserted("bob");
                        throw refusal;
                    });
                })))
                .isSameAs(refusal);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void works_within_works_within_works_are_one() {
        BadCredentialsException refusal = new BadCredentialsException();

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    stores().atomically(() -> stores().atomically(() -> fixture.inserted("ana")));
                    stores().atomically(() -> fixture.inserted("bob"));
                    throw refusal;
                })))
                .isSameAs(refusal);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void work_that_is_undone_does_not_touch_what_was_done_before_it() {
        stores().atomically(() -> fixture.inserted("ana"));

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("bob");
                    throw new BadCredentialsException();
                })))
                .isInstanceOf(BadCredentialsException.class);

        assertThat(fixture.credentials("ana")).isPresent();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    static Stream<Throwable> throwables() {
        return Stream.of(
                new IllegalStateException("a host's own"),
                new BadCredentialsException(),
                new StorageException(StorageException.Outcome.UNKNOWN, new IllegalStateException("another store")),
                new AssertionError("an error"),
                new Exception("checked, thrown sneakily"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneakily(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void lets_out_what_was_thrown_as_it_is(Throwable thrown) {
        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("ana");
                    throw AtomicWorkCases.<RuntimeException>sneakily(thrown);
                })))
                .isSameAs(thrown);
        assertThat(catchThrowable(() -> stores().apart(() -> {
                    fixture.inserted("bob");
                    throw AtomicWorkCases.<RuntimeException>sneakily(thrown);
                })))
                .isSameAs(thrown);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void tells_whether_work_is_under_way_on_this_thread() {
        assertThat(stores().isUnderWay()).isFalse();
        assertThat(stores().<Boolean>atomically(() -> stores().isUnderWay())).isTrue();
        assertThat(stores().<Boolean>apart(() -> stores().isUnderWay())).isTrue();
        assertThat(stores().<Boolean>reading(() -> stores().isUnderWay())).isFalse();
        assertThat(stores().<Boolean>atomically(() -> stores().reading(() -> stores().isUnderWay())))
                .isTrue();
        assertThat(stores().isUnderWay()).isFalse();
    }

    @Test
    void reads_together_what_is_stored_and_what_the_work_under_way_has_stored() {
        long ana = fixture.inserted("ana");

        assertThat(stores().<Boolean>reading(() -> fixture.read(ana).id() == ana
                        && fixture.credentials("ana").isPresent()))
                .isTrue();
        assertThat(stores().<Boolean>atomically(() -> {
                    long ben = fixture.inserted("ben");
                    return stores().reading(() -> fixture.read(ben).id() == ben);
                }))
                .isTrue();
    }

    @Test
    void throws_what_reads_throw_as_it_is() {
        IllegalStateException thrown = new IllegalStateException();

        assertThat(catchThrowable(() -> stores().reading(() -> {
                    throw thrown;
                })))
                .isSameAs(thrown);
    }
}
