package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page, served by the running application, in a real browser. */
@Tag("browser")
class PageTest {

    private static Site site;

    @BeforeAll
    static void start() {
        site = new Site();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @AfterEach
    void the_console_has_no_errors() {
        assertThat(site.browser().errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_account_from_its_registration_to_the_log_out(Screen screen) throws Exception {
        String ana = screen.user("ana");
        Page page = site.open(screen, "");
        page.shows("Log in", "log-in");
        page.follow("Register");
        page.shows("Create an account", "register");
        page.fill("register-username", ana);
        page.fill("register-password", Site.PASSWORD);
        page.press("#register-towns label:nth-child(2)");
        page.submit("register");
        page.tells("#notice", "Account " + ana + " is ready.");

        page.logIn(ana, Site.PASSWORD);
        page.shows("Your account", "account");
        changeProfile(page);
        changePassword(page);
        endOtherSession(page, ana);

        page.submit("log-out");
        page.tells("#notice", "You are logged out.");
        page.shows("Log in", "logged-out");
    }

    private static void changeProfile(Page page) throws IOException {
        page.fill("profile-first", "Ana");
        page.fill("profile-days", "7");
        page.press("#profile-towns label:nth-child(4)");
        page.submit("profile");
        page.tells("#profile .done", "Your profile is saved.");
        page.press("#me-details");
        page.tells("#user-fields", "Moscow, Russia; Berlin, Germany");
        page.tells("#user-fields", "Ana");
        page.shows("Your account", "account-details");
        assertThat(page.value("profile-days")).isEqualTo("7");
    }

    private static void changePassword(Page page) throws IOException {
        page.follow("Security");
        page.shows("Security", "security");
        page.fill("password-current", Site.PASSWORD);
        page.fill("password-new", Site.ANOTHER);
        page.submit("password");
        page.tells("#password .done", "Your password is changed.");
    }

    private static void endOtherSession(Page page, String name) throws Exception {
        site.logIn(name, Site.ANOTHER, "Phone");
        page.press("#sessions-refresh");
        page.tells("#session-list", "Phone");
        page.shows("Security", "security-sessions");
        page.press("#session-list button");
        page.hasOne("#session-list li");
    }

    @ParameterizedTest
    @EnumSource
    void a_link_sets_a_new_password(Screen screen) throws Exception {
        String ben = site.register(screen.user("ben"));
        Page page = askForLink(screen, ben, "reset_password");
        page.shows("Trouble logging in?", "forgot");
        Page mailed = site.open(screen, site.link(ben));
        mailed.shows("Set a new password", "reset");
        mailed.fill("reset-new", Site.ANOTHER);
        mailed.submit("reset");
        mailed.tells("#notice", "Your password is set.");
        mailed.logIn(ben, Site.ANOTHER);
        mailed.tells("#me-fields", ben);
    }

    @ParameterizedTest
    @EnumSource
    void a_link_sets_another_username(Screen screen) throws Exception {
        String cleo = site.register(screen.user("cleo"));
        askForLink(screen, cleo, "reset_username");
        Page mailed = site.open(screen, site.link(cleo));
        mailed.shows("Set another username", "username");
        mailed.fill("username-new", screen.user("cleopatra"));
        mailed.submit("username");
        mailed.tells("#notice", "Your username is set.");
        mailed.logIn(screen.user("cleopatra"), Site.PASSWORD);
        mailed.tells("#me-fields", screen.user("cleopatra"));
    }

    @ParameterizedTest
    @EnumSource
    void an_address_is_confirmed_and_the_account_deleted(Screen screen) throws Exception {
        String dora = site.register(screen.user("dora"));
        Page page = site.open(screen, "");
        page.logIn(dora, Site.PASSWORD);
        page.follow("Security");
        page.press("#confirm-present");
        page.tells("#email .done", "a link is on its way");
        Page mailed = site.open(screen, site.link(dora));
        mailed.shows("Confirm your address", "verify");
        mailed.submit("verify");
        mailed.tells("#notice", "Your address is confirmed.");
        mailed.logIn(dora, Site.PASSWORD);
        mailed.follow("Security");
        mailed.fill("delete-password", Site.PASSWORD);
        mailed.submit("delete");
        mailed.tells("#notice", "Your account is deleted.");
    }

    @ParameterizedTest
    @EnumSource
    void refusals_are_told_where_they_belong(Screen screen) throws Exception {
        String eve = site.register(screen.user("eve"));
        Page page = site.open(screen, "");
        page.logIn(eve, "a wrong guess");
        page.tells("#log-in .summary", "Unable to log in");
        page.shows("Log in", "log-in-refused");
        page.follow("Register");
        page.fill("register-username", eve);
        page.submit("register");
        page.tells("#register-username-error", "already exists");
        page.tells("#register-password-error", "may not be blank");
        page.shows("Create an account", "register-refused");
        // The browser logs every refusal as an error.
        assertThat(site.browser().errors()).hasSize(2).allMatch(error -> error.contains("status of 400"));
    }

    private static Page askForLink(Screen screen, String name, String purpose) throws IOException {
        Page page = site.open(screen, "");
        page.follow("Trouble logging in?");
        page.fill("forgot-email", name + "@example.org");
        page.press("[value=" + purpose + "]");
        page.tells("#forgot .done", "a link is on its way");
        return page;
    }

    @Nested
    class WithoutMouse extends KeyboardCases {
        WithoutMouse() {
            super(site);
        }
    }

    @Nested
    class InTwoSteps extends TwoStepCases {
        InTwoSteps() {
            super(site);
        }
    }

    @Nested
    class WithPasskeys extends PasskeyCases {
        WithPasskeys() {
            super(site);
        }
    }

    @Nested
    class AfterLong extends ProofCases {
        AfterLong() {
            super(site);
        }
    }
}
