package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.accounts.Accounts;
import dev.accounts.model.Group;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A listener that throws inside the transaction undoes the whole change; the caller gets the same exception. */
abstract class InsideListenerCases {

    private final AccountsFixture fixture;
    private final VetoingListener listener;

    InsideListenerCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.listener = new VetoingListener(fixture);
    }

    private void stop(Consumer<Accounts> change) {
        listener.stop(builder -> builder, change);
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
    void stops_a_change_of_the_profile_and_the_address() {
        long root = fixture.root();
        String token = fixture.token("ana");
        User before = fixture.service().profile().read(token);
        ProfileChange change = ProfileChange.none().firstName("Ana").daysCount(7);

        stop(accounts -> accounts.service().profile().change(token, change));
        stop(accounts -> accounts.service().profile().change(token, change, PASSWORD, fixture.email("new")));
        stop(accounts -> accounts.administration().changeProfile(root, before.id(), change, null));

        assertSame(before);
    }

    @Test
    void stops_changes_of_towns() {
        long root = fixture.root();
        Town perm = fixture.service().towns().create(fixture.unique("Perm"), "Russia", 0, 0);

        stop(accounts -> accounts.administration().towns().rename(root, perm.id(), fixture.unique("Molotov")));
        stop(accounts -> accounts.administration().towns().delete(root, perm.id()));
        User ana = fixture.service().register(fixture.registration("ana").towns(perm.id()));
        long other = fixture.service().towns().create("Other", "Russia", 0, 0).id();
        stop(accounts -> accounts.administration().towns().replace(root, perm.id(), other));

        assertThat(fixture.service().towns().find(perm.id())).contains(perm);
        assertSame(ana);
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
        listener.stop(
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

    @Test
    void stops_a_deactivation() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        User before = fixture.user(ana.id());
        long root = fixture.root();

        stop(accounts -> accounts.administration().setActive(root, ana.id(), false));
        stop(accounts -> accounts.administration().endSessions(root, ana.id()));

        assertSame(before);
        assertThat(fixture.service().me(token).id()).isEqualTo(ana.id());
    }

    @Test
    void stops_what_staff_do_with_rights() {
        User ana = fixture.registered("ana");
        long root = fixture.root();
        Group group = fixture.administration().roles().ensureGroup(root, fixture.unique("editors"));
        Set<Long> permissions =
                Set.of(fixture.staff().permission(fixture.unique("edit")).id());

        stop(accounts -> accounts.administration().setStaff(root, ana.id(), true));
        stop(accounts -> accounts.administration().setSuperuser(root, ana.id(), true));
        stop(accounts -> accounts.administration().setGroups(root, ana.id(), Set.of(group.id())));
        stop(accounts -> accounts.administration().setPermissions(root, ana.id(), permissions));
        stop(accounts -> accounts.administration().startPasswordReset(root, ana.id()));
        stop(accounts -> accounts.maintenance().appointSuperuser(ana.id()));

        assertSame(ana);
    }

    @Test
    void stops_what_staff_do_with_roles() {
        long root = fixture.root();
        Group group = fixture.administration().roles().ensureGroup(root, fixture.unique("editors"));
        Set<Long> permissions =
                Set.of(fixture.staff().permission(fixture.unique("edit")).id());

        stop(accounts -> accounts.administration().roles().ensureGroup(root, fixture.unique("others")));
        stop(accounts -> accounts.administration().roles().setPermissions(root, group.id(), permissions));
        stop(accounts -> accounts.administration().roles().deleteGroup(root, group.id()));
        stop(accounts -> accounts.administration().create(root, fixture.unique("ana"), fixture.email("ana")));

        assertThat(fixture.administration().roles().list(root).groups())
                .containsEntry(group, List.of())
                .noneSatisfy((other, given) -> assertThat(other.name()).isEqualTo(fixture.unique("others")));
        assertThat(fixture.service().isRegistered(fixture.unique("ana"))).isFalse();
    }
}
