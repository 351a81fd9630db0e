package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.policy.RateLimit;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What one source may register, have mailed and present; here 4 of each, and one more in each minute. */
abstract class SourceLimitCases {

    private static final int LIMIT = 4;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RateLimit RATE = new RateLimit(LIMIT, MINUTE.multipliedBy(LIMIT));

    private final AccountsFixture fixture;

    SourceLimitCases(AccountsFixture fixture) {
        this.fixture = fixture;
        fixture.restart(builder -> builder.sources(
                SourcePolicy.defaults().registrations(RATE).mails(RATE).links(RATE)));
    }

    private AccountService from(String place) {
        return fixture.service().from(fixture.unique(place));
    }

    private AccountService here() {
        return from("192.0.2.7");
    }

    private AccountService elsewhere() {
        return from("192.0.2.8");
    }

    private List<Consumer<AccountService>> mails() {
        return List.of(
                service -> service.passwords().requestReset(fixture.email("ana")),
                service -> service.passwords().requestReset(fixture.email("unknown")),
                service -> service.emails().requestVerification(fixture.email("ana")),
                service -> service.usernames().requestReset(fixture.email("ana")));
    }

    /** Links that are wrong, each in another way. */
    private List<Consumer<AccountService>> links() {
        return List.of(
                service -> service.passwords().reset("MQ", "no-token", NEW_PASSWORD),
                service -> service.passwords().reset("unknown", "no-token", NEW_PASSWORD),
                service -> service.emails().confirm("MQ", "no-token"),
                service -> service.usernames().reset("MQ", "no-token", fixture.unique("anna")));
    }

    private static void refused(Runnable call) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call::run);
    }

    private static void mustWait(Runnable call) {
        assertThat(Guesses.refused(call::run)).isEqualTo(MINUTE);
    }

    private void requestMails() {
        mails().forEach(mail -> mail.accept(here()));
    }

    private void presentLinks() {
        links().forEach(link -> refused(() -> link.accept(here())));
    }

    private void register(int times) {
        for (int i = 0; i < times; i++) {
            here().register(fixture.registration("guest" + i));
        }
    }

    @Test
    void registers_as_many_as_the_policy_says() {
        register(LIMIT);

        mustWait(() -> here().register(fixture.registration("ana")));
        assertThat(elsewhere().register(fixture.registration("ana")).id()).isPositive();

        fixture.clock().advance(MINUTE);
        here().register(fixture.registration("ben"));
        mustWait(() -> here().register(fixture.registration("cid")));
    }

    @Test
    void writes_and_hashes_nothing_for_a_registration_too_many() {
        register(LIMIT);
        int hashes = fixture.hasher().hashes();

        mustWait(() -> here().register(fixture.registration("ana")));

        assertThat(fixture.hasher().hashes()).isEqualTo(hashes);
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();
    }

    /** Otherwise one source could ask without limit which names and addresses are taken. */
    @Test
    void counts_registrations_of_what_is_taken() {
        fixture.registered("ana");
        for (int i = 0; i < LIMIT; i++) {
            refused(() -> here().register(fixture.registration("ana")));
        }

        mustWait(() -> here().register(fixture.registration("ana")));
    }

    @Test
    void does_not_count_registrations_that_ask_the_store_nothing() {
        for (int i = 0; i < 2 * LIMIT; i++) {
            refused(() -> here().register(Registration.of("", PASSWORD)));
        }

        register(LIMIT);
    }

    @Test
    void has_as_many_mails_sent_as_the_policy_says_whatever_they_are_for() {
        fixture.registered("ana");
        requestMails();
        fixture.mail().deliver();

        mails().forEach(mail -> mustWait(() -> mail.accept(here())));

        assertThat(fixture.mail().deliver()).isEmpty();
        mails().forEach(mail -> mail.accept(elsewhere()));
        assertThat(fixture.mail().deliver())
                .extracting(message -> message.kind())
                .containsExactlyInAnyOrder(Kind.RESET_PASSWORD, Kind.VERIFY_EMAIL, Kind.RESET_USERNAME);
    }

    @Test
    void may_ask_for_another_mail_after_the_wait() {
        requestMails();

        fixture.clock().advance(MINUTE);
        mails().get(0).accept(here());

        mustWait(() -> mails().get(0).accept(here()));
    }

    @Test
    void presents_as_many_links_as_the_policy_says_whatever_they_are_for() {
        fixture.registered("ana");
        OneTimeToken good = fixture.mail().resetLink("ana");
        presentLinks();

        links().forEach(link ->
                assertThat(Guesses.refused(() -> link.accept(here()))).isEqualTo(MINUTE));
        mustWait(() -> here().passwords().reset(good.uid(), good.value(), NEW_PASSWORD));

        elsewhere().passwords().reset(good.uid(), good.value(), NEW_PASSWORD);
        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    /** Otherwise somebody with an account could ask without limit which names are taken. */
    @Test
    void counts_changes_of_the_own_name_and_address_as_registrations() {
        String token = fixture.token("ana");
        fixture.registered("ben");
        for (int i = 0; i < LIMIT / 2; i++) {
            refused(() -> here().changeUsername(token, PASSWORD, fixture.unique("ben")));
            refused(() -> here().emails().change(token, PASSWORD, fixture.email("ben")));
        }

        mustWait(() -> here().changeUsername(token, PASSWORD, fixture.unique("cid")));
        mustWait(() -> here().emails().change(token, PASSWORD, fixture.email("cid")));

        elsewhere().changeUsername(token, PASSWORD, fixture.unique("cid"));
    }

    /** Otherwise somebody could give an account the address of a stranger, and have mails sent there without limit. */
    @Test
    void counts_changes_of_the_own_password_as_mails() {
        String token = fixture.token("ana");
        String current = PASSWORD;
        for (int i = 0; i < LIMIT; i++) {
            String next = NEW_PASSWORD + i;
            here().passwords().change(token, current, next);
            current = next;
        }

        String last = current;
        mustWait(() -> here().passwords().change(token, last, PASSWORD));

        assertThat(fixture.canLogIn(fixture.unique("ana"), last)).isTrue();
    }

    @Test
    void counts_each_kind_of_call_by_itself() {
        presentLinks();
        requestMails();

        register(LIMIT);
        here().login(fixture.unique("guest0"), PASSWORD);
    }

    @Test
    void is_not_limited_if_the_host_names_no_source_or_wants_no_limit() {
        fixture.registered("ana");
        AccountService unlimited =
                fixture.builder().withoutSourceLimits().build().service();

        for (AccountService service : List.of(fixture.service(), unlimited.from(fixture.unique("192.0.2.7")))) {
            for (int i = 0; i < 2; i++) {
                mails().forEach(mail -> mail.accept(service));
                links().forEach(link -> refused(() -> link.accept(service)));
            }
        }
    }
}
