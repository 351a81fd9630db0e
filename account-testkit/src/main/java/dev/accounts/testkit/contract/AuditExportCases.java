package dev.accounts.testkit.contract;

import static dev.accounts.testkit.contract.GuardFixture.PASSWORD;
import static dev.accounts.testkit.contract.GuardFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.AuditPolicy;
import dev.accounts.Registration;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.User;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are given of the audit table. */
abstract class AuditExportCases {

    private final GuardFixture fixture;
    private final AuditTrailFixture audit;

    AuditExportCases(AuditTrailFixture audit) {
        this.fixture = audit.guard();
        this.audit = audit;
    }

    @Test
    void stands_between_the_account_and_the_data_of_the_host() {
        Faces faces = Faces.of(audit.builder(AuditPolicy.defaults()).personalData(new HostData("orders", id -> {})));
        faces.service().register(Registration.of(fixture.unique("ana"), PASSWORD));
        IssuedToken token = faces.service().login(fixture.unique("ana"), PASSWORD);

        Map<String, ?> data = faces.service().export(token.value());

        assertThat(data.keySet()).containsExactly("account", "sessions", "events", "orders");
        assertThat(String.valueOf(data.get("events"))).contains("event=registered", "event=logged_in");
        PlainData.assertPlain(data);
    }

    @Test
    void holds_no_secret() {
        Faces faces = audit.faces();
        User ana = fixture.registered("ana");
        new Guesses(faces.service()).judgedWrong(ana.username(), WRONG_PASSWORD);
        IssuedToken token = faces.service().login(ana.username(), PASSWORD);

        assertThat(faces.service().export(token.value()).toString())
                .contains("event=login_refused", "event=logged_in")
                .doesNotContain(token.value(), token.token().digest().hex(), PASSWORD, WRONG_PASSWORD);
    }
}
