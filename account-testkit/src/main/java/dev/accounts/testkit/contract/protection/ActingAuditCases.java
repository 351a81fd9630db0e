package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.internal.AccountsFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a staff actor does as a user stays in the audit table as done by the actor, not by the user. */
abstract class ActingAuditCases {

    private static final String SOURCE = "192.0.2.7";

    private final AccountsFixture fixture;
    private final Supplier<AuditStore> audit;

    ActingAuditCases(AccountsFixture fixture, Supplier<AuditStore> audit) {
        this.fixture = fixture;
        this.audit = audit;
        fixture.restart(builder -> builder.audit(audit.get(), AuditPolicy.defaults()));
    }

    private List<AuditEntry> entries(long userId) {
        return audit.get().list(Optional.of(userId), 0, 1000);
    }

    private AccountService service() {
        return fixture.service().from(SOURCE);
    }

    private IssuedToken acting(long userId) {
        return service().sessions().actAs(fixture.login("staff"), userId, Duration.ofMinutes(15));
    }

    @Test
    void each_row_and_event_of_an_acting_token_names_the_actor_and_the_user() {
        long actor = fixture.staff().member("staff", Delegation.ACT_AS_USER);
        long ana = fixture.registered("ana").id();
        List<AuditEntry> before = entries(ana);
        IssuedToken token = acting(ana);
        fixture.heard();

        service().caller(token.value());
        service().profile().change(token.value(), ProfileChange.none().daysCount(7));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> service().delete(token.value(), PASSWORD));
        service().logout(token.value());

        List<AuditEntry> rows =
                entries(ana).stream().filter(row -> !before.contains(row)).toList();
        assertThat(rows)
                .extracting(AuditEntry::event, AuditEntry::userId, AuditEntry::actorId, AuditEntry::source)
                .containsExactly(
                        tuple("acting_begun", Optional.of(ana), Optional.of(actor), Optional.of(SOURCE)),
                        tuple("profile_changed", Optional.of(ana), Optional.of(actor), Optional.of(SOURCE)),
                        tuple("logged_out", Optional.of(ana), Optional.of(actor), Optional.of(SOURCE)));
        assertThat(fixture.heard())
                .extracting(AccountEvent::context)
                .isNotEmpty()
                .allMatch(context -> context.actorId().equals(Optional.of(actor)))
                .allMatch(context -> context.userId().equals(Optional.of(ana)));
    }

    @Test
    void the_user_who_ends_it_is_the_actor_of_that() {
        long actor = fixture.staff().member("staff", Delegation.ACT_AS_USER);
        long ana = fixture.registered("ana").id();
        IssuedToken token = acting(ana);

        service().sessions().end(fixture.login("ana"), token.token().id());

        assertThat(entries(ana))
                .filteredOn(row -> List.of("acting_begun", "logged_out").contains(row.event()))
                .extracting(AuditEntry::event, AuditEntry::actorId)
                .containsExactly(tuple("acting_begun", Optional.of(actor)), tuple("logged_out", Optional.of(ana)));
    }

    /** The source of a staff actor is not the data of the user. */
    @Test
    void an_export_tells_what_was_done_and_not_from_where() {
        fixture.staff().member("staff", Delegation.ACT_AS_USER);
        long ana = fixture.registered("ana").id();
        IssuedToken token = acting(ana);
        service().profile().change(token.value(), ProfileChange.none().daysCount(7));

        String export =
                String.valueOf(fixture.service().export(fixture.login("ana")).get("events"));

        assertThat(export).contains("event=acting_begun, source=null", "event=profile_changed, source=null");
        assertThat(export).doesNotContain(SOURCE);
    }
}
