package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.EventContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class AuditListCases {

    private final AuditFixture fixture;

    AuditListCases(AuditFixture fixture) {
        this.fixture = fixture;
    }

    /** The entries of so many events about the user. */
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
                                JOINED, Optional.of(fixture.other()), Optional.of(fixture.user()), Optional.empty())));

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
