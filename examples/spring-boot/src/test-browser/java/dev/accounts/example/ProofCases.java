package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** Changes that ask the owner for a recent proof first. */
abstract class ProofCases {

    private static final Duration TOO_LONG_AGO = Duration.ofMinutes(16);

    private final Site site;
    private final TwoSteps steps;

    ProofCases(Site site) {
        this.site = site;
        steps = new TwoSteps(site);
    }

    @ParameterizedTest
    @EnumSource
    void who_logged_in_long_ago_is_asked_for_a_proof(Screen screen) throws Exception {
        String gus = site.registerWithoutAddress(screen.user("gus"));
        Page page = steps.logIn(screen, gus);
        site.pass(TOO_LONG_AGO);
        page.press("#factors [name=begin]");
        page.tells("#ask-title", "Confirm that it is you");
        page.submit("proof");
        page.tells("#proof-password-error", "may not be blank");
        page.shows("Security", "ask-password");
        page.fill("proof-password", Site.PASSWORD);
        page.submit("proof");
        TotpApp app = steps.shownApp(page);
        String recoveryCode = steps.enrol(page, app).get(0);

        site.pass(TOO_LONG_AGO);
        page.fill("password-current", Site.PASSWORD);
        page.fill("password-new", Site.ANOTHER);
        page.submit("password");
        page.fill("proof-app", app.code());
        page.shows("Security", "ask-code");
        assertThat(steps.keyboard().hasFocus("#proof-app")).isTrue();
        page.submit("proof");
        page.tells("#password .done", "Your password is changed.");

        site.pass(TOO_LONG_AGO);
        page.press("#factors [name=remove]");
        page.tells("#ask-title", "Confirm that it is you");
        steps.keyboard().type(Keys.ESCAPE);
        page.tells("#factors-fields", "App since");
        assertThat(steps.keyboard().hasFocus("#factors [name=remove]")).isTrue();
        page.press("#factors [name=remove]");
        page.press("#ask-cancel");
        page.press("#factors [name=remove]");
        page.press("#proof .switch");
        page.fill("proof-recovery", recoveryCode);
        page.submit("proof");
        page.tells("#factors .done", "Two-step login is off");
        steps.assertRefusals(401, 400, 401, 401, 401, 401);
    }
}
