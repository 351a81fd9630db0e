package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.HostData;
import dev.accounts.testkit.internal.PlainData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are given of the audit table. */
abstract class AuditExportCases {

    private final AccountsFixture fixture;
    private final AuditTrailFixture audit;

    AuditExportCases(AuditTrailFixture audit) {
        this.fixture = audit.guard();
        this.audit = audit;
    }

    @Test
    void stands_between_the_account_and_the_data_of_the_host() {
        Accounts accounts = audit.builder(AuditPolicy.defaults())
                .personalData(new HostData("orders", id -> {}))
                .build();
        accounts.service().register(Registration.of(fixture.unique("ana"), PASSWORD));
        IssuedToken token = accounts.service().login(fixture.unique("ana"), PASSWORD);

        Map<String, ?> data = accounts.service().export(token.value());

        assertThat(data.keySet()).containsExactly("account", "sessions", "events", "orders");
        assertThat(String.valueOf(data.get("events"))).contains("event=registered", "event=logged_in");
        PlainData.assertPlain(data);
    }

    @Test
    void tells_from_where_its_owner_acted_or_somebody_who_was_not_logged_in() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");
        new Guesses(accounts.service()).wrong(ana.username(), 1);

        assertThat(export(accounts.service().login(ana.username(), PASSWORD)))
                .contains("event=login_refused, source=" + AuditTrailFixture.SOURCE)
                .contains("event=logged_in, source=" + AuditTrailFixture.SOURCE);
    }

    @Test
    void tells_nothing_of_where_staff_were() {
        User ana = fixture.registered("ana");
        audit.accounts().from("198.51.100.9").administration().endSessions(fixture.root(), ana.id());

        assertThat(export(audit.accounts().service().login(ana.username(), PASSWORD)))
                .contains("event=sessions_ended, source=null")
                .doesNotContain("198.51.100.9");
    }

    private String export(IssuedToken token) {
        return audit.accounts().service().export(token.value()).toString();
    }

    @Test
    void holds_no_secret() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");
        new Guesses(accounts.service()).judgedWrong(ana.username(), WRONG_PASSWORD);
        IssuedToken token = accounts.service().login(ana.username(), PASSWORD);

        assertThat(accounts.service().export(token.value()).toString())
                .contains("event=login_refused", "event=logged_in")
                .doesNotContain(token.value(), token.token().digest().hex(), PASSWORD, WRONG_PASSWORD);
    }
}
