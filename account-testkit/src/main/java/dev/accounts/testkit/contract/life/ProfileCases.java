package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGE_REQUESTED;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.model.NotAuthenticatedException.Reason.USER_INACTIVE;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.service.Profile;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.InterruptedStores;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners change their names, their days count and their towns, and the address in the same transaction. */
abstract class ProfileCases {

    private static final String WIDE = "\uD840\uDC00";

    private final AccountsFixture fixture;

    ProfileCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Profile profile() {
        return fixture.service().profile();
    }

    private long town(String name) {
        return fixture.service().towns().create(name, "Russia", 56.3, 58.0).id();
    }

    private static ProfileChange change() {
        return ProfileChange.none();
    }

    private void assertRefused(ProfileChange change, String... problems) {
        String token = fixture.token("ana" + Integer.toHexString(change.hashCode()));
        User before = profile().read(token);

        assertThat(violations(() -> profile().change(token, change))).containsExactly(problems);

        assertThat(profile().read(token)).isEqualTo(before);
    }

    @Test
    void changes_names_days_and_towns_and_returns_the_account() {
        long perm = town("Perm");
        long moscow = town("Moscow");
        String token = fixture.token("ana");
        User before = profile().read(token);

        User changed = profile()
                .change(
                        token,
                        change().firstName(" Ana\t")
                                .lastName("O'Neil Пермь")
                                .daysCount(10)
                                .towns(List.of(moscow, perm, moscow)));

        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("firstName", "lastName", "daysCount", "towns")
                .isEqualTo(before);
        assertThat(changed)
                .returns("Ana", User::firstName)
                .returns("O'Neil Пермь", User::lastName)
                .returns(10, User::daysCount)
                .returns(List.of(perm, moscow), User::towns);
        assertThat(profile().read(token)).isEqualTo(changed).isEqualTo(fixture.user(before.id()));
    }

    @Test
    void leaves_what_the_change_does_not_name() {
        long perm = town("Perm");
        String token = fixture.token("ana");
        User whole = profile()
                .change(
                        token,
                        change().firstName("Ana").lastName("Neil").daysCount(7).towns(List.of(perm)));

        assertThat(profile().change(token, change())).isEqualTo(whole);
        assertThat(profile().change(token, change().daysCount(1)))
                .usingRecursiveComparison()
                .ignoringFields("daysCount")
                .isEqualTo(whole);
        assertThat(profile().change(token, change().firstName("\u3000").towns(List.of())))
                .returns("", User::firstName)
                .returns("Neil", User::lastName)
                .returns(1, User::daysCount)
                .returns(List.of(), User::towns);
    }

    @Test
    void tells_everything_that_is_wrong_in_the_order_of_the_fields() {
        assertRefused(
                change().towns(List.of(Long.MAX_VALUE, -1L, Long.MAX_VALUE))
                        .daysCount(11)
                        .lastName("a\u0000b")
                        .firstName(WIDE.repeat(151)),
                "first_name: too_long",
                "last_name: null_characters",
                "days_count: too_large",
                "towns: not_found",
                "towns: not_found");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 11, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refuses_days_that_are_not_1_to_10(int days) {
        assertRefused(change().daysCount(days), days < 1 ? "days_count: too_small" : "days_count: too_large");
    }

    @Test
    void takes_names_of_150_characters_of_any_width_and_none_that_cannot_be_read() {
        String token = fixture.token("ana");

        assertThat(profile().change(token, change().firstName(WIDE.repeat(150))).firstName())
                .isEqualTo(WIDE.repeat(150));
        assertRefused(change().firstName("a\nb").lastName("\u202Eana"), "first_name: invalid", "last_name: invalid");
        assertRefused(
                change().firstName("\u200B").lastName("\uD800"), "first_name: invalid", "last_name: malformed_unicode");
    }

    @Test
    void judges_towns_as_a_registration_does() {
        long perm = town("Perm");
        List<Long> tooMany = LongStream.rangeClosed(1, 1001).boxed().toList();
        List<Long> unknown = List.of(Long.MAX_VALUE, perm, 0L);

        for (List<Long> towns : List.of(tooMany, unknown)) {
            List<String> asAtRegistration = violations(
                    () -> fixture.service().register(fixture.registration("new").towns(towns)));
            assertRefused(change().towns(towns), asAtRegistration.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789012345678901234567890123456789"})
    void needs_a_live_token(String token) {
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> profile().read(token));
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> profile().change(token, change().daysCount(99)));
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> profile().change(token, change(), PASSWORD, "no address"));
    }

    @Test
    void changes_the_address_in_the_same_transaction() {
        String token = fixture.token("ana");

        User changed = profile().change(token, change().firstName("Ana").daysCount(5), PASSWORD, fixture.email("new"));

        assertThat(changed)
                .isEqualTo(profile().read(token))
                .returns(fixture.email("new"), User::email)
                .returns("Ana", User::firstName)
                .returns(5, User::daysCount);
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(EMAIL_CHANGED, "ana"));
    }

    @Test
    void asks_for_an_address_that_must_be_verified_and_changes_the_rest() {
        fixture.verified("ana");
        fixture.requireVerification();
        String token = fixture.login("ana");

        User changed = profile().change(token, change().daysCount(5), PASSWORD, fixture.email("new"));

        assertThat(changed.email()).isEqualTo(fixture.email("ana"));
        assertThat(changed.daysCount()).isEqualTo(5);
        assertThat(fixture.service().emails().pending(token)).contains(fixture.email("new"));
        assertThat(fixture.mail().deliver())
                .extracting(message -> message.kind())
                .containsExactly(EMAIL_CHANGE_REQUESTED, VERIFY_EMAIL);
        assertThat(profile()
                        .change(token, change().daysCount(6), null, fixture.email("ana"))
                        .daysCount())
                .isEqualTo(6);
        assertThat(fixture.service().emails().pending(token)).isEmpty();
    }

    @Test
    void needs_no_password_for_the_present_address() {
        String token = fixture.token("ana");

        assertThat(profile()
                        .change(token, change().daysCount(5), null, fixture.email("ana"))
                        .daysCount())
                .isEqualTo(5);
        assertThat(profile().change(token, change(), null, fixture.email("ana")).daysCount())
                .isEqualTo(5);
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void changes_nothing_if_the_address_or_the_password_is_refused() {
        fixture.registered("bob");
        String token = fixture.token("ana");
        User before = profile().read(token);
        ProfileChange good = change().daysCount(5).towns(List.of(town("Perm")));

        assertThat(violations(() -> profile().change(token, good, PASSWORD, fixture.email("bob"))))
                .containsExactly("email: taken");
        assertThat(violations(() -> profile().change(token, good, null, fixture.email("new"))))
                .containsExactly("current_password: required");
        assertThat(violations(() -> profile().change(token, good, WRONG_PASSWORD, fixture.email("new"))))
                .containsExactly("current_password: invalid");
        assertThat(violations(() -> profile().change(token, good, PASSWORD, null)))
                .containsExactly("email: required");

        assertThat(profile().read(token)).isEqualTo(before);
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void leaves_the_address_if_the_profile_is_refused() {
        String token = fixture.token("ana");
        User before = profile().read(token);

        assertThat(violations(() -> profile().change(token, change().daysCount(0), PASSWORD, "no address")))
                .containsExactly("email: invalid", "days_count: too_small");
        assertThat(violations(
                        () -> profile().change(token, change().towns(List.of(0L)), PASSWORD, fixture.email("new"))))
                .containsExactly("towns: not_found");

        assertThat(profile().read(token)).isEqualTo(before);
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void changes_nothing_if_a_town_is_deleted_meanwhile() {
        long root = fixture.root();
        for (String email : Stream.of("ana0", "new").map(fixture::email).toList()) {
            long town = town("Perm");
            String name = "ana" + (email.equals(fixture.email("new")) ? 1 : 0);
            String token = fixture.token(name);
            User before = profile().read(token);
            Profile late = Accounts.builder(InterruptedStores.over(
                            fixture.stores(),
                            () -> fixture.administration().towns().delete(root, town)))
                    .passwordHasher(fixture.hasher())
                    .clock(fixture.clock())
                    .withoutThrottle()
                    .build()
                    .service()
                    .profile();

            assertThat(violations(
                            () -> late.change(token, change().daysCount(5).towns(List.of(town)), PASSWORD, email)))
                    .containsExactly("towns: not_found");

            assertThat(profile().read(token)).isEqualTo(before);
            assertThat(fixture.mail().deliver()).isEmpty();
        }
    }

    @Test
    void changes_nothing_of_an_owner_who_is_deactivated_or_deleted_meanwhile() {
        long root = fixture.root();
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        assertThat(Refusals.reason(() -> overtakenBy(
                                () -> fixture.administration().setActive(root, ana.id(), false))
                        .change(token, change().daysCount(5))))
                .isEqualTo(USER_INACTIVE);
        assertThat(fixture.user(ana.id()).daysCount()).isEqualTo(User.DEFAULT_DAYS_COUNT);

        fixture.administration().setActive(root, ana.id(), true);
        String again = fixture.login("ana");
        assertThat(Refusals.reason(() -> overtakenBy(
                                () -> fixture.administration().delete(root, ana.id()))
                        .change(again, change().daysCount(5))))
                .isEqualTo(TOKEN_INVALID);
    }

    private Profile overtakenBy(Runnable meanwhile) {
        return Accounts.builder(InterruptedStores.over(fixture.stores(), meanwhile))
                .passwordHasher(fixture.hasher())
                .clock(fixture.clock())
                .build()
                .service()
                .profile();
    }

    @Test
    void answers_from_what_was_committed_even_if_nothing_can_be_read_any_more() {
        String token = fixture.token("ana");
        AtomicBoolean committed = new AtomicBoolean();
        Profile failing = Accounts.builder(InterruptedStores.failing(fixture.stores(), committed::get))
                .passwordHasher(fixture.hasher())
                .clock(fixture.clock())
                .listenAfterCommit(event -> committed.set(true))
                .build()
                .service()
                .profile();

        assertThat(failing.change(token, change().daysCount(5)).daysCount()).isEqualTo(5);
        committed.set(false);
        User changed = failing.change(token, change().daysCount(6), PASSWORD, fixture.email("new"));

        assertThat(committed).isTrue();
        assertThat(profile().read(token)).isEqualTo(changed).returns(6, User::daysCount);
    }

    @Test
    void of_many_changes_at_once_each_is_made_wholly() {
        List<Long> towns = Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                .map(this::town)
                .toList();
        String token = fixture.token("ana");

        List<User> answers = Race.of(
                8,
                i -> profile()
                        .change(
                                token,
                                change().firstName("n" + i).daysCount(i + 1).towns(towns.subList(i, 8))));

        assertThat(answers).allSatisfy(user -> {
            int i = user.daysCount() - 1;
            assertThat(user.firstName()).isEqualTo("n" + i);
            assertThat(user.towns()).isEqualTo(towns.subList(i, 8));
        });
        assertThat(answers).extracting(User::daysCount).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(answers).contains(profile().read(token));
    }

    @Test
    void loses_no_simultaneous_change_of_another_kind() {
        String token = fixture.token("ana");
        long root = fixture.root();
        long id = profile().read(token).id();

        Race.of(4, i -> switch (i) {
            case 0 -> profile().change(token, change().daysCount(9));
            case 1 -> profile().change(token, change().firstName("Ana"), PASSWORD, fixture.email("new"));
            case 2 -> fixture.administration().changeProfile(root, id, change().lastName("Neil"), null);
            default -> {
                fixture.service().changeUsername(token, PASSWORD, fixture.unique("eva"));
                yield fixture.user(id);
            }
        });

        assertThat(fixture.user(id))
                .returns(9, User::daysCount)
                .returns("Ana", User::firstName)
                .returns("Neil", User::lastName)
                .returns(fixture.email("new"), User::email)
                .returns(fixture.unique("eva"), User::username);
    }
}
