package dev.accounts.testkit.contract.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.EventContext;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.Optional;

/** Runs calls and collects their events; builds the contexts that these events should have. */
record EventFixture(AccountsFixture fixture) {

    private static final String SOURCE = "192.0.2.7";

    AccountService service() {
        return fixture.service().from(SOURCE);
    }

    AccountAdministration administration() {
        return fixture.administration().from(SOURCE);
    }

    /** Runs the work and returns exactly its events; fails if one of them holds a secret or personal data. */
    List<AccountEvent> of(Runnable work) {
        fixture.heard();
        work.run();
        List<AccountEvent> events = fixture.heard();
        assertThat(events.toString())
                .doesNotContain(
                        AccountsFixture.PASSWORD,
                        AccountsFixture.NEW_PASSWORD,
                        AccountsFixture.WRONG_PASSWORD,
                        fixture.unique(""),
                        "example.org");
        return events;
    }

    EventContext byOwner(long userId) {
        return context(Optional.of(userId), Optional.of(userId));
    }

    EventContext withoutActor(long userId) {
        return context(Optional.of(userId), Optional.empty());
    }

    EventContext ofUnknownUser() {
        return context(Optional.empty(), Optional.empty());
    }

    EventContext byStaff(long actorId, long userId) {
        return context(Optional.of(userId), Optional.of(actorId));
    }

    EventContext ofRoles(long actorId) {
        return context(Optional.empty(), Optional.of(actorId));
    }

    private EventContext context(Optional<Long> userId, Optional<Long> actorId) {
        return new EventContext(fixture.clock().instant(), userId, actorId, Optional.of(SOURCE));
    }
}
