package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.TotpApp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user does with an app for one-time codes. */
abstract class TwoStepCases {

    private static final Duration NEXT_CODE = Duration.ofSeconds(30);
    private static final Duration LIFETIME_OF_CHALLENGE = Duration.ofMinutes(5);
    private static final Duration LIFETIME_OF_ENROLMENT = Duration.ofMinutes(10);

    private final Site site;
    private final TwoSteps steps;

    TwoStepCases(Site site) {
        this.site = site;
        steps = new TwoSteps(site);
    }

    @ParameterizedTest
    @EnumSource
    void an_app_is_set_up_asked_for_and_removed(Screen screen) throws Exception {
        String finn = site.registerWithoutAddress(screen.user("finn"));
        Page page = steps.logIn(screen, finn);
        TotpApp app = beginWithWrongCode(page);
        List<String> codes = steps.enrol(page, app);
        page.press("#codes-copy");
        page.tells("#codes-copied", "Copied.");
        page.shows("Security", "two-step-codes");

        steps.logOut(page);
        logInByApp(page, finn, app);
        steps.logOut(page);
        logInByRecoveryCode(page, finn, codes.get(0));

        page.follow("Security");
        replaceUsedCode(page);
        page.press("#factors [name=remove]");
        page.tells("#factors .done", "Two-step login is off");
        page.tells("#factors-fields", "None");
        assertThat(steps.keyboard().hasFocus("#factors-title")).isTrue();
        steps.logOut(page);
        page.logIn(finn, Site.PASSWORD);
        page.tells("#me-fields", finn);
        steps.assertRefusals(401, 401, 400, 400, 400);
    }

    private TotpApp beginWithWrongCode(Page page) throws IOException {
        TotpApp app = steps.begin(page);
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
        assertThat(steps.keyboard().hasFocus("#code-app")).isTrue();
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
    void an_address_is_confirmed_before_an_app_is_set_up(Screen screen) throws Exception {
        String hana = site.register(screen.user("hana"));
        Page page = steps.logIn(screen, hana);
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
        steps.begin(mailed);
        steps.assertRefusals(400);
    }

    @ParameterizedTest
    @EnumSource
    void who_waits_too_long_begins_again(Screen screen) throws Exception {
        String ivo = site.registerWithoutAddress(screen.user("ivo"));
        Page page = steps.logIn(screen, ivo);
        TotpApp forgotten = steps.begin(page);
        site.pass(LIFETIME_OF_ENROLMENT);
        page.fill("enrol-code", forgotten.code());
        page.submit("enrol");
        page.tells("#enrol .summary", "This enrolment has expired. Begin again.");

        TotpApp app = steps.begin(page);
        steps.enrol(page, app);
        steps.logOut(page);
        page.logIn(ivo, Site.PASSWORD);
        page.tells("h1", "Enter a code");
        site.pass(LIFETIME_OF_CHALLENGE);
        page.fill("code-app", app.code());
        page.submit("code");
        page.tells("#notice", "This login has expired. Log in again.");
        steps.assertRefusals(400, 401, 400);
    }
}
