package dev.accounts.testkit.contract.administration;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGE_REQUESTED;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.service.AccountAdministration.CHANGE_USER;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Staff with the permission change the profiles of others; superusers also their addresses. */
abstract class AdminProfileCases {

    private final AccountsFixture fixture;

    AdminProfileCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private User change(long actor, long user, ProfileChange change, @Nullable String email) {
        return fixture.administration().changeProfile(actor, user, change, email);
    }

    private static ProfileChange days(int days) {
        return ProfileChange.none().daysCount(days);
    }

    @Test
    void staff_with_the_permission_change_names_days_and_towns() {
        long staff = fixture.staff().member("sue", CHANGE_USER);
        User ana = fixture.registered("ana");
        long town = fixture.service().towns().create("Perm", "Russia", 0, 0).id();

        User changed = change(
                staff, ana.id(), days(7).firstName(" Ana ").lastName("Neil").towns(List.of(town, town)), null);

        assertThat(changed)
                .isEqualTo(fixture.user(ana.id()))
                .returns("Ana", User::firstName)
                .returns("Neil", User::lastName)
                .returns(7, User::daysCount)
                .returns(List.of(town), User::towns)
                .returns(ana.email(), User::email);
        assertThat(change(staff, ana.id(), ProfileChange.none(), ana.email())).isEqualTo(changed);
        assertThat(fixture.mail().to(ana.id())).isEmpty();
    }

    @Test
    void is_refused_by_the_rules_for_owners() {
        User ana = fixture.registered("ana");
        long root = fixture.root();

        assertThat(violations(() -> change(root, ana.id(), days(11).towns(List.of(0L)), "no address")))
                .containsExactly("email: invalid", "days_count: too_large", "towns: not_found");
        assertThat(violations(() -> change(
                        root, ana.id(), days(4), fixture.registered("bob").email())))
                .containsExactly("email: taken");
        assertThatExceptionOfType(UserNotFoundException.class)
                .isThrownBy(() -> change(root, Long.MAX_VALUE, days(4), null));

        assertThat(fixture.user(ana.id())).isEqualTo(ana);
    }

    @Test
    void an_address_is_set_by_superusers_only_and_with_the_rest_or_not_at_all() {
        long staff = fixture.staff().member("sue", CHANGE_USER);
        User ana = fixture.verified("ana");

        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> change(staff, ana.id(), days(7), fixture.email("new")));
        assertThat(fixture.user(ana.id()).daysCount()).isEqualTo(User.DEFAULT_DAYS_COUNT);

        User changed = change(fixture.root(), ana.id(), days(7), fixture.email("new"));

        assertThat(changed)
                .isEqualTo(fixture.user(ana.id()))
                .returns(fixture.email("new"), User::email)
                .returns(false, User::emailVerified)
                .returns(7, User::daysCount);
        assertThat(Mail.lines(fixture.mail().to(ana.id())))
                .containsExactly(fixture.mail().line(EMAIL_CHANGED, "ana"));
    }

    @Test
    void an_address_waits_for_its_owner_where_it_must_be_verified() {
        User ana = fixture.verified("ana");
        long root = fixture.root();
        fixture.requireVerification();

        assertThat(change(root, ana.id(), days(7), fixture.email("new")).email())
                .isEqualTo(ana.email());

        assertThat(fixture.mail().to(ana.id()))
                .extracting(message -> message.kind())
                .containsExactly(EMAIL_CHANGE_REQUESTED, VERIFY_EMAIL);
        String token = fixture.login("ana");
        change(root, ana.id(), days(8), ana.email());
        assertThat(fixture.service().emails().pending(token)).contains(fixture.email("new"));
    }
}
