package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.EventContext;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link dev.accounts.spi.AuditStore} guarantees. */
public abstract class AuditStoreContract {

    private AuditFixture fixture;

    /** For the test of an adapter. */
    protected AuditStoreContract() {}

    @BeforeEach
    final void createFixture() {
        fixture = new AuditFixture(this::stores, this::audit);
    }

    /**
     * The stores whose units of work the audit table takes part in. A test calls this method many times; all the stores it
     * returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * The store under test, over the same data as {@link #stores()}.
     *
     * @return the store
     */
    protected abstract AuditStore audit();

    @Nested
    class Append {

        private static final int RUNNERS = 32;

        private AuditEntry entry() {
            List<AuditEntry> entries = fixture.entries(fixture.user());
            assertThat(entries).hasSize(1);
            return entries.get(0);
        }

        @Test
        void keeps_every_part_of_an_event() {
            UUID session = UUID.randomUUID();
            EventContext context = new EventContext(
                    JOINED, Optional.of(fixture.user()), Optional.of(fixture.other()), Optional.of("2001:db8::1"));

            fixture.audit().append(new AccountEvent.LoggedIn(context, session));

            AuditEntry entry = entry();
            assertThat(entry.id()).isPositive();
            assertThat(entry)
                    .isEqualTo(new AuditEntry(
                            entry.id(),
                            JOINED,
                            "logged_in",
                            context.userId(),
                            context.actorId(),
                            context.source(),
                            session.toString(),
                            1));
        }

        @Test
        void keeps_what_is_not_known_as_that() {
            fixture.append(fixture.user(), JOINED);

            AuditEntry entry = entry();
            assertThat(entry)
                    .isEqualTo(new AuditEntry(
                            entry.id(),
                            JOINED,
                            "password_changed",
                            Optional.of(fixture.user()),
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            1));
        }

        @Test
        void counts_what_belongs_together_in_its_first_entry() {
            String key = TokenDigest.of("together" + fixture.user()).hex();
            String other = TokenDigest.of("apart" + fixture.user()).hex();
            AccountEvent first = AuditFixture.event(fixture.user(), JOINED);

            Race.of(RUNNERS, i -> count(AuditFixture.event(fixture.user(), JOINED), key));
            count(first, other);

            assertThat(fixture.entries(fixture.user()))
                    .extracting(AuditEntry::at, AuditEntry::event, AuditEntry::occurrences)
                    .containsExactlyInAnyOrder(tuple(JOINED, first.name(), RUNNERS), tuple(JOINED, first.name(), 1));
        }

        private boolean count(AccountEvent event, String key) {
            fixture.audit().count(event, key);
            return true;
        }

        @ParameterizedTest
        @EnumSource
        void keeps_why_a_login_was_refused(AccountEvent.Reason reason) {
            AccountEvent event = new AccountEvent.LoginRefused(AuditFixture.context(fixture.user(), JOINED), reason);

            fixture.audit().append(event);

            assertThat(entry().event()).isEqualTo("login_refused");
            assertThat(entry().detail()).isEqualTo(event.detail()).isNotEmpty();
        }

        @Test
        void keeps_the_longest_name_of_an_event() {
            fixture.audit()
                    .append(new AccountEvent.Plain(
                            AccountEvent.Kind.PASSWORD_RESET_REQUESTED, AuditFixture.context(fixture.user(), JOINED)));

            assertThat(entry().event()).isEqualTo("password_reset_requested");
        }

        @Test
        void keeps_equal_events_side_by_side() {
            fixture.append(fixture.user(), JOINED);
            fixture.append(fixture.user(), JOINED);

            assertThat(fixture.entries(fixture.user()))
                    .hasSize(2)
                    .extracting(AuditEntry::id)
                    .doesNotHaveDuplicates();
        }

        @Test
        void keeps_nothing_of_work_that_was_undone() {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> fixture.stores().get().atomically(() -> {
                        fixture.append(fixture.user(), JOINED);
                        throw new BadCredentialsException();
                    }));

            assertThat(fixture.entries(fixture.user())).isEmpty();
        }

        @Test
        void keeps_what_stands_apart_from_work_that_was_undone() {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> fixture.stores().get().atomically(() -> {
                        fixture.stores().get().apart(() -> {
                            fixture.append(fixture.user(), JOINED);
                            return true;
                        });
                        throw new BadCredentialsException();
                    }));

            assertThat(fixture.entries(fixture.user())).hasSize(1);
        }

        @Test
        void keeps_all_of_many_at_once() {
            Race.of(RUNNERS, i -> {
                fixture.append(fixture.user(), JOINED.plusSeconds(i));
                return true;
            });

            assertThat(fixture.entries(fixture.user()))
                    .hasSize(RUNNERS)
                    .extracting(AuditEntry::at)
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class ListEntries {

        /** Appends so many events about the user and returns their entries. */
        private List<AuditEntry> appended(int count) {
            for (int i = 0; i < count; i++) {
                fixture.append(fixture.user(), JOINED.minusSeconds(i));
            }
            return fixture.entries(fixture.user());
        }

        private List<AuditEntry> page(long afterId, int limit) {
            return fixture.audit().list(Optional.of(fixture.user()), afterId, limit);
        }

        @Test
        void gives_entries_in_the_order_in_which_they_were_appended() {
            List<AuditEntry> entries = appended(5);

            assertThat(entries).extracting(AuditEntry::id).isSorted();
            assertThat(entries)
                    .extracting(AuditEntry::at)
                    .containsExactly(
                            JOINED,
                            JOINED.minusSeconds(1),
                            JOINED.minusSeconds(2),
                            JOINED.minusSeconds(3),
                            JOINED.minusSeconds(4));
        }

        @Test
        void gives_pages() {
            List<AuditEntry> entries = appended(5);

            assertThat(page(0, 2)).isEqualTo(entries.subList(0, 2));
            assertThat(page(entries.get(1).id(), 2)).isEqualTo(entries.subList(2, 4));
            assertThat(page(entries.get(3).id(), 2)).isEqualTo(entries.subList(4, 5));
            assertThat(page(entries.get(4).id(), 2)).isEmpty();
        }

        @Test
        void gives_what_is_about_one_user_alone() {
            fixture.append(fixture.other(), JOINED);
            List<AuditEntry> entries = appended(1);
            fixture.append(fixture.other(), JOINED);

            assertThat(entries).hasSize(1).allMatch(entry -> entry.userId().equals(Optional.of(fixture.user())));
        }

        @Test
        void gives_nothing_of_what_a_user_did_to_others() {
            fixture.audit()
                    .append(new AccountEvent.Plain(
                            AccountEvent.Kind.DEACTIVATED,
                            new EventContext(
                                    JOINED,
                                    Optional.of(fixture.other()),
                                    Optional.of(fixture.user()),
                                    Optional.empty())));

            assertThat(fixture.entries(fixture.user())).isEmpty();
            assertThat(fixture.entries(fixture.other())).hasSize(1);
        }

        @Test
        void gives_everything_if_no_user_is_named() {
            long first = appended(1).get(0).id();
            fixture.append(fixture.other(), JOINED);
            fixture.audit()
                    .append(new AccountEvent.Plain(
                            AccountEvent.Kind.ROLE_CHANGED,
                            new EventContext(JOINED, Optional.empty(), Optional.empty(), Optional.empty())));

            assertThat(fixture.audit().list(Optional.empty(), first - 1, 3))
                    .extracting(AuditEntry::userId)
                    .containsExactly(Optional.of(fixture.user()), Optional.of(fixture.other()), Optional.empty());
        }
    }

    @Nested
    class Remove {

        private static final int RUNNERS = 32;

        @BeforeEach
        void clear_the_reserved_time() {
            Purge.all(limit -> fixture.audit().purge(ReservedTime.END, limit));
        }

        private void appendInReservedTime(int count) {
            for (int i = 0; i < count; i++) {
                fixture.append(fixture.user(), ReservedTime.second(i));
            }
        }

        @Test
        void forgets_what_is_about_a_user() {
            fixture.append(fixture.user(), JOINED);
            fixture.append(fixture.user(), JOINED);
            fixture.append(fixture.other(), JOINED);

            assertThat(fixture.audit().forget(fixture.user())).isEqualTo(2);

            assertThat(fixture.entries(fixture.user())).isEmpty();
            assertThat(fixture.entries(fixture.other())).hasSize(1);
            assertThat(fixture.audit().forget(fixture.user())).isZero();
        }

        private EventContext toOther(long actor) {
            return new EventContext(JOINED, Optional.of(fixture.other()), Optional.of(actor), Optional.of("192.0.2.7"));
        }

        @Test
        void forgets_that_it_was_that_user_who_did_something_to_others_and_from_where() {
            fixture.audit().append(new AccountEvent.SessionsEnded(toOther(fixture.user()), 3));
            fixture.audit().append(new AccountEvent.Plain(AccountEvent.Kind.EXPORTED, toOther(fixture.other())));
            List<AuditEntry> before = fixture.entries(fixture.other());

            assertThat(fixture.audit().forget(fixture.user())).isZero();

            assertThat(fixture.entries(fixture.other()))
                    .containsExactly(
                            new AuditEntry(
                                    before.get(0).id(),
                                    JOINED,
                                    "sessions_ended",
                                    Optional.of(fixture.other()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    "3",
                                    1),
                            before.get(1));
        }

        @Test
        void forgets_all_that_a_user_did_to_others() {
            int many = 501;
            fixture.stores().get().atomically(() -> {
                for (int i = 0; i < many; i++) {
                    fixture.audit().append(new AccountEvent.Plain(AccountEvent.Kind.EXPORTED, toOther(fixture.user())));
                }
                return many;
            });

            fixture.audit().forget(fixture.user());

            assertThat(fixture.entries(fixture.other()))
                    .hasSize(many)
                    .allMatch(
                            entry -> entry.actorId().isEmpty() && entry.source().isEmpty());
        }

        @Test
        void forgets_nothing_in_work_that_was_undone() {
            fixture.append(fixture.user(), JOINED);
            fixture.audit().append(new AccountEvent.Plain(AccountEvent.Kind.EXPORTED, toOther(fixture.user())));

            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> fixture.stores().get().atomically(() -> {
                        fixture.audit().forget(fixture.user());
                        throw new BadCredentialsException();
                    }));

            assertThat(fixture.entries(fixture.user())).hasSize(1);
            assertThat(fixture.entries(fixture.other()))
                    .extracting(AuditEntry::actorId)
                    .containsExactly(Optional.of(fixture.user()));
        }

        @Test
        void removes_what_is_old_and_nothing_else() {
            appendInReservedTime(3);
            fixture.append(fixture.user(), JOINED);

            assertThat(fixture.audit().purge(ReservedTime.second(2), 100)).isEqualTo(2);

            assertThat(fixture.entries(fixture.user()))
                    .extracting(AuditEntry::at)
                    .containsExactly(ReservedTime.second(2), JOINED);
        }

        @Test
        void removes_no_more_at_a_time_than_it_may() {
            appendInReservedTime(5);

            assertThat(fixture.audit().purge(ReservedTime.END, 2)).isEqualTo(2);
            assertThat(fixture.entries(fixture.user())).hasSize(3);
            assertThat(fixture.audit().purge(ReservedTime.END, 2)).isEqualTo(2);
            assertThat(fixture.audit().purge(ReservedTime.END, 2)).isEqualTo(1);
            assertThat(fixture.audit().purge(ReservedTime.END, 2)).isZero();
        }

        @Test
        void counts_each_entry_once_for_many_at_once() {
            appendInReservedTime(10);

            int removed = Race.of(RUNNERS, i -> fixture.audit().purge(ReservedTime.END, 2)).stream()
                    .mapToInt(count -> count)
                    .sum();

            assertThat(removed + fixture.entries(fixture.user()).size()).isEqualTo(10);
        }
    }
}
