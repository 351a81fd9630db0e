package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.EventContext;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class AuditAppendCases {

    private static final int RUNNERS = 32;

    private final AuditFixture fixture;

    AuditAppendCases(AuditFixture fixture) {
        this.fixture = fixture;
    }

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
                        session.toString()));
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
                        ""));
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
