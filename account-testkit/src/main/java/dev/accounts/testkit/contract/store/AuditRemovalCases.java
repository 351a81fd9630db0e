package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.EventContext;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class AuditRemovalCases {

    private static final int RUNNERS = 32;

    private final AuditFixture fixture;

    AuditRemovalCases(AuditFixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void clear_the_era() {
        Purge.all(limit -> fixture.audit().purge(ReservedTime.END, limit));
    }

    private void appendInEra(int count) {
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
                                "3"),
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
                .allMatch(entry -> entry.actorId().isEmpty() && entry.source().isEmpty());
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
        appendInEra(3);
        fixture.append(fixture.user(), JOINED);

        assertThat(fixture.audit().purge(ReservedTime.second(2), 100)).isEqualTo(2);

        assertThat(fixture.entries(fixture.user()))
                .extracting(AuditEntry::at)
                .containsExactly(ReservedTime.second(2), JOINED);
    }

    @Test
    void removes_no_more_at_a_time_than_it_may() {
        appendInEra(5);

        assertThat(fixture.audit().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(fixture.entries(fixture.user())).hasSize(3);
        assertThat(fixture.audit().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(fixture.audit().purge(ReservedTime.END, 2)).isEqualTo(1);
        assertThat(fixture.audit().purge(ReservedTime.END, 2)).isZero();
    }

    @Test
    void counts_each_entry_once_for_many_at_once() {
        appendInEra(10);

        int removed = Race.of(RUNNERS, i -> fixture.audit().purge(ReservedTime.END, 2)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(removed + fixture.entries(fixture.user()).size()).isEqualTo(10);
    }
}
