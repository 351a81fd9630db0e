package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.accounts.Accounts;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A listener that throws in the transaction leaves no trace of the change, and what it throws comes out as it is. */
abstract class InsideListenerCases {

    private final AccountsFixture fixture;
    private final VetoingListener stopper;

    InsideListenerCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.stopper = new VetoingListener(fixture);
    }

    private void stop(Consumer<Accounts> change) {
        stopper.stop(builder -> builder, change);
    }

    private void assertSame(User before) {
        assertThat(fixture.user(before.id())).isEqualTo(before);
        assertThat(fixture.mail().to(before.id())).isEmpty();
    }

    @Test
    void stops_a_registration() {
        Registration ana = Registration.of(fixture.unique("ana"), PASSWORD).email(fixture.email("ana"));

        stop(accounts -> accounts.service().register(ana));

        assertThat(fixture.service().isRegistered(fixture.unique("ana"))).isFalse();
        assertThat(fixture.mail().to(fixture.service().register(ana).id())).isEmpty();
    }

    @Test
    void stops_a_login() {
        User ana = fixture.registered("ana");

        stop(accounts -> accounts.service().login(ana.username(), PASSWORD));

        assertThat(fixture.stores().tokens().list(ana.id())).isEmpty();
        assertSame(ana);
    }

    @Test
    void stops_a_logout_and_the_end_of_sessions() {
        String token = fixture.token("ana");
        String other = fixture.login("ana");

        stop(accounts -> accounts.service().logout(token));
        stop(accounts -> accounts.service().sessions().endOthers(token));
        stop(accounts -> accounts.service().sessions().endAll(token));

        assertThat(fixture.service().sessions().list(token)).hasSize(2);
        assertThat(fixture.service().sessions().list(other)).hasSize(2);
    }

    @Test
    void stops_a_change_of_the_password_and_all_that_follows_from_it() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        String other = fixture.login("ana");
        User before = fixture.user(ana.id());
        fixture.service().passwords().requestReset(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        stop(accounts -> accounts.service().passwords().change(token, PASSWORD, NEW_PASSWORD));

        assertSame(before);
        assertThat(fixture.service().sessions().list(other)).hasSize(2);
        fixture.login("ana");
        assertThatNoException()
                .isThrownBy(() -> fixture.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD));
    }

    @Test
    void stops_a_reset_and_leaves_the_link_good() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        fixture.service().passwords().requestReset(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        stop(accounts -> accounts.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD));

        assertThat(fixture.service().sessions().list(token)).hasSize(1);
        fixture.login("ana");
        assertThat(fixture.mail().to(ana.id())).isEmpty();
        fixture.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
    }

    @Test
    void stops_the_request_of_a_reset() {
        User ana = fixture.registered("ana");

        stop(accounts -> accounts.service().passwords().requestReset(ana.email()));

        assertSame(ana);
    }

    @Test
    void stops_a_change_of_username_and_of_address() {
        User ana = fixture.verified("ana");
        String token = fixture.login("ana");
        User before = fixture.user(ana.id());

        stop(accounts -> accounts.service().changeUsername(token, PASSWORD, fixture.unique("anna")));
        stop(accounts -> accounts.service().emails().change(token, PASSWORD, fixture.email("anna")));
        stopper.stop(
                builder -> builder.emails(EmailPolicy.defaults().requireVerification()),
                accounts -> accounts.service().emails().change(token, PASSWORD, fixture.email("anna")));

        assertSame(before);
        assertThat(fixture.service().isRegistered(fixture.unique("anna"))).isFalse();
    }

    @Test
    void stops_the_confirmation_of_an_address_and_leaves_the_link_good() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        fixture.service().emails().requestVerification(ana.email());
        OneTimeToken link = fixture.mail().link(ana.id());

        stop(accounts -> accounts.service().emails().confirm(link.uid(), link.value()));

        assertThat(fixture.service().sessions().list(token)).hasSize(1);
        fixture.service().emails().confirm(link.uid(), link.value());
    }

    @Test
    void stops_a_deletion() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        User before = fixture.user(ana.id());
        long root = fixture.root();

        stop(accounts -> accounts.service().delete(token, PASSWORD));
        stop(accounts -> accounts.administration().delete(root, ana.id()));

        assertSame(before);
        assertThat(fixture.service().sessions().list(token)).hasSize(1);
    }
}
