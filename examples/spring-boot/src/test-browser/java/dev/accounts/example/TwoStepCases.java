package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.TotpApp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** What a user does with an app for one-time codes. */
abstract class TwoStepCases {

    private static final Duration NEXT_CODE = Duration.ofSeconds(30);
    private static final Duration TOO_LONG_AGO = Duration.ofMinutes(16);

    private final Site site;
    private final Keyboard keyboard;

    TwoStepCases(Site site) {
        this.site = site;
        keyboard = new Keyboard(site.browser().driver());
    }

    @ParameterizedTest
    @EnumSource
    void an_app_is_set_up_asked_for_and_removed(Screen screen) throws Exception {
        String finn = site.registerWithoutAddress(screen.user("finn"));
        Page page = logIn(screen, finn);
        TotpApp app = beginWithWrongCode(page);
        List<String> codes = enrol(page, app);
        page.press("#codes-copy");
        page.tells("#codes-copied", "Copied.");
        page.shows("Security", "two-step-codes");

        logOut(page);
        logInByApp(page, finn, app);
        logOut(page);
        logInByRecoveryCode(page, finn, codes.get(0));

        page.follow("Security");
        replaceUsedCode(page);
        page.press("#factors [name=remove]");
        page.tells("#factors .done", "Two-step login is off");
        page.tells("#factors-fields", "None");
        assertThat(keyboard.hasFocus("#factors-title")).isTrue();
        logOut(page);
        page.logIn(finn, Site.PASSWORD);
        page.tells("#me-fields", finn);
        assertRefusals(401, 401, 400, 400, 400);
    }

    private TotpApp beginWithWrongCode(Page page) throws IOException {
        TotpApp app = begin(page);
        page.shows("Security", "two-step-begun");
        assertThat(page.qrCode("#enrol-qr svg")).startsWith("otpauth://").isEqualTo(page.link("enrol-link"));
        page.fill("enrol-code", "no code");
        page.submit("enrol");
        page.tells("#enrol-code-error", "This code is wrong");
        return app;
    }

    private void logInByApp(Page page, String name, TotpApp app) throws IOException {
        site.pass(NEXT_CODE);
        page.logIn(name, Site.PASSWORD);
        page.shows("Enter a code", "code");
        assertThat(keyboard.hasFocus("#code-app")).isTrue();
        page.fill("code-app", "no code");
        page.submit("code");
        page.tells("#code-app-error", "This code is wrong");
        page.fill("code-app", app.code());
        page.submit("code");
        page.tells("#me-fields", name);
    }

    private static void logInByRecoveryCode(Page page, String name, String code) throws IOException {
        page.logIn(name, Site.PASSWORD);
        page.press("#code .switch");
        page.submit("code");
        page.tells("#code-recovery-error", "may not be blank");
        page.shows("Enter a code", "code-recovery");
        page.fill("code-recovery", code);
        page.submit("code");
        page.tells("#me-fields", name);
    }

    private static void replaceUsedCode(Page page) {
        page.tells("#factors-fields", "9");
        page.press("#factors [name=replace-used]");
        page.hasOne("#code-list li");
        page.tells("#factors-fields", "10");
        page.press("#codes-kept");
        assertThat(page.texts("#code-list li")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void who_logged_in_long_ago_is_asked_for_a_proof(Screen screen) throws Exception {
        String gus = site.registerWithoutAddress(screen.user("gus"));
        Page page = logIn(screen, gus);
        site.pass(TOO_LONG_AGO);
        page.press("#factors [name=begin]");
        page.tells("#ask-title", "Confirm that it is you");
        page.submit("proof");
        page.tells("#proof-password-error", "may not be blank");
        page.shows("Security", "ask-password");
        page.fill("proof-password", Site.PASSWORD);
        page.submit("proof");
        TotpApp app = shownApp(page);
        String recoveryCode = enrol(page, app).get(0);

        site.pass(TOO_LONG_AGO);
        page.fill("password-current", Site.PASSWORD);
        page.fill("password-new", Site.ANOTHER);
        page.submit("password");
        page.fill("proof-app", app.code());
        page.shows("Security", "ask-code");
        assertThat(keyboard.hasFocus("#proof-app")).isTrue();
        page.submit("proof");
        page.tells("#password .done", "Your password is changed.");

        site.pass(TOO_LONG_AGO);
        page.press("#factors [name=remove]");
        page.tells("#ask-title", "Confirm that it is you");
        keyboard.type(Keys.ESCAPE);
        page.tells("#factors-fields", "App since");
        assertThat(keyboard.hasFocus("#factors [name=remove]")).isTrue();
        page.press("#factors [name=remove]");
        page.press("#ask-cancel");
        page.press("#factors [name=remove]");
        page.press("#proof .switch");
        page.fill("proof-recovery", recoveryCode);
        page.submit("proof");
        page.tells("#factors .done", "Two-step login is off");
        assertRefusals(401, 400, 401, 401, 401, 401);
    }

    @ParameterizedTest
    @EnumSource
    void an_address_is_confirmed_before_an_app_is_set_up(Screen screen) throws Exception {
        String hana = site.register(screen.user("hana"));
        Page page = logIn(screen, hana);
        page.press("#factors [name=begin]");
        page.tells("#factors .summary", "Verify this address first.");
        page.shows("Security", "two-step-unverified");
        page.press("#factors [name=verify]");
        page.tells("#factors .done", "a link is on its way");
        Page mailed = site.open(screen, site.link(hana));
        mailed.submit("verify");
        mailed.tells("#notice", "Your address is confirmed.");
        mailed.logIn(hana, Site.PASSWORD);
        mailed.follow("Security");
        begin(mailed);
        assertRefusals(400);
    }

    private Page logIn(Screen screen, String name) {
        Page page = site.open(screen, "");
        page.logIn(name, Site.PASSWORD);
        page.follow("Security");
        page.tells("#factors-fields", "None");
        return page;
    }

    private static void logOut(Page page) {
        page.submit("log-out");
        page.tells("#notice", "You are logged out.");
    }

    private TotpApp begin(Page page) {
        page.press("#factors [name=begin]");
        return shownApp(page);
    }

    private TotpApp shownApp(Page page) {
        page.tells("#enrol", "type this key into your app");
        assertThat(keyboard.hasFocus("#enrol-title")).isTrue();
        return site.app(page.texts("#enrol-secret").get(0));
    }

    private static List<String> enrol(Page page, TotpApp app) {
        page.fill("enrol-code", app.code());
        page.submit("enrol");
        page.tells("#factors .done", "Two-step login is on.");
        List<String> codes = page.texts("#code-list li");
        assertThat(codes).hasSize(10);
        return codes;
    }

    /** The browser logs every refusal as an error. */
    private void assertRefusals(int... statuses) {
        List<String> errors = site.browser().errors();
        assertThat(errors).hasSize(statuses.length);
        for (int status : statuses) {
            assertThat(errors).anyMatch(error -> error.contains("status of " + status));
        }
    }
}
