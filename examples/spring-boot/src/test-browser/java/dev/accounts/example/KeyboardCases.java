package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** What a user does without a mouse. */
abstract class KeyboardCases {

    private final Site site;
    private final Keyboard keyboard;

    KeyboardCases(Site site) {
        this.site = site;
        keyboard = new Keyboard(site.browser().driver());
    }

    @ParameterizedTest
    @EnumSource
    void an_account_is_registered_used_and_left_by_keys_only(Screen screen) throws Exception {
        String kim = screen.user("kim");
        Page page = site.open(screen, "");
        page.rest();
        register(page, kim);

        assertThat(keyboard.hasFocus("#log-in-password")).isTrue();
        keyboard.type(Site.PASSWORD + Keys.ENTER);
        page.tells("#me-fields", kim);
        assertThat(keyboard.hasFocus("#account-title")).isTrue();
        saveProfile(page);

        keyboard.backTo("#nav [href='#security']");
        keyboard.type(Keys.ENTER);
        page.tells("h1", "Security");
        assertThat(keyboard.hasFocus("#security-title")).isTrue();
        endOtherSession(page, kim);
        changePassword(page);

        keyboard.backTo("#log-out button");
        keyboard.type(Keys.SPACE);
        page.tells("#notice", "You are logged out.");
        assertThat(keyboard.hasFocus("#log-in-title")).isTrue();
    }

    private void register(Page page, String name) {
        keyboard.forwardTo("#nav [href='#register']");
        keyboard.type(Keys.ENTER);
        page.tells("h1", "Create an account");
        keyboard.forwardTo("#register-username");
        keyboard.type(name);
        keyboard.forwardTo("#register-password");
        keyboard.type(Site.PASSWORD);
        keyboard.forwardTo("#register-towns label:nth-child(3) input");
        keyboard.type(Keys.SPACE);
        keyboard.forwardTo("#register [type=submit]");
        keyboard.type(Keys.SPACE);
        page.tells("#notice", "Account " + name + " is ready.");
    }

    private void saveProfile(Page page) {
        keyboard.forwardTo("#profile-days");
        keyboard.typeWith(Keys.CONTROL, "a");
        keyboard.type("9" + Keys.ENTER);
        page.tells("#profile .done", "Your profile is saved.");
        assertThat(page.value("profile-days")).isEqualTo("9");
    }

    private void endOtherSession(Page page, String name) throws Exception {
        site.logIn(name, Site.PASSWORD, "Phone");
        keyboard.forwardTo("#sessions-refresh");
        keyboard.type(Keys.SPACE);
        page.tells("#session-list", "Phone");
        keyboard.backTo("#session-list button");
        keyboard.type(Keys.ENTER);
        page.hasOne("#session-list li");
        assertThat(keyboard.hasFocus("#sessions-title")).isTrue();
    }

    private void changePassword(Page page) {
        keyboard.forwardTo("#password-current");
        keyboard.type(Site.PASSWORD);
        keyboard.forwardTo("#password-new");
        keyboard.type(Site.ANOTHER);
        keyboard.forwardTo("[aria-controls=password-new]");
        keyboard.type(Keys.SPACE);
        assertThat(page.value("password-new")).isEqualTo(Site.ANOTHER);
        keyboard.forwardTo("#password [type=submit]");
        keyboard.type(Keys.ENTER);
        page.tells("#password .done", "Your password is changed.");
    }
}
