package dev.accounts.testkit.contract;

import static dev.accounts.testkit.contract.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.EventContext;
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
        Era.clear(limit -> fixture.audit().purge(Era.END, limit));
    }

    private void appendInEra(int count) {
        for (int i = 0; i < count; i++) {
            fixture.append(fixture.user(), Era.second(i));
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

    @Test
    void leaves_what_that_user_did_to_others() {
        fixture.audit()
                .append(new AccountEvent.Deleted(new EventContext(
                        JOINED, Optional.of(fixture.other()), Optional.of(fixture.user()), Optional.empty())));

        assertThat(fixture.audit().forget(fixture.user())).isZero();

        assertThat(fixture.entries(fixture.other())).hasSize(1);
    }

    @Test
    void forgets_nothing_in_work_that_was_undone() {
        fixture.append(fixture.user(), JOINED);

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> fixture.stores().get().atomically(() -> {
                    fixture.audit().forget(fixture.user());
                    throw new BadCredentialsException();
                }));

        assertThat(fixture.entries(fixture.user())).hasSize(1);
    }

    @Test
    void removes_what_is_old_and_nothing_else() {
        appendInEra(3);
        fixture.append(fixture.user(), JOINED);

        assertThat(fixture.audit().purge(Era.second(2), 100)).isEqualTo(2);

        assertThat(fixture.entries(fixture.user())).extracting(AuditEntry::at).containsExactly(Era.second(2), JOINED);
    }

    @Test
    void removes_no_more_at_a_time_than_it_may() {
        appendInEra(5);

        assertThat(fixture.audit().purge(Era.END, 2)).isEqualTo(2);
        assertThat(fixture.entries(fixture.user())).hasSize(3);
        assertThat(fixture.audit().purge(Era.END, 2)).isEqualTo(2);
        assertThat(fixture.audit().purge(Era.END, 2)).isEqualTo(1);
        assertThat(fixture.audit().purge(Era.END, 2)).isZero();
    }

    @Test
    void counts_each_entry_once_for_many_at_once() {
        appendInEra(10);

        int removed = Race.of(RUNNERS, i -> fixture.audit().purge(Era.END, 2)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(removed + fixture.entries(fixture.user()).size()).isEqualTo(10);
    }
}
