package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.TotpApp;
import java.util.List;

/** What the cases of two-step login have in common. */
record TwoSteps(Site site) {

    Keyboard keyboard() {
        return new Keyboard(site.browser().driver());
    }

    /** Logs an owner in who has no app, and shows the security of the account. */
    Page logIn(Screen screen, String name) {
        Page page = site.open(screen, "");
        page.logIn(name, Site.PASSWORD);
        page.follow("Security");
        page.tells("#factors-fields", "None");
        return page;
    }

    void logOut(Page page) {
        page.submit("log-out");
        page.tells("#notice", "You are logged out.");
    }

    TotpApp begin(Page page) {
        page.press("#factors [name=begin]");
        return shownApp(page);
    }

    TotpApp shownApp(Page page) {
        page.tells("#enrol", "type this key into your app");
        assertThat(keyboard().hasFocus("#enrol-title")).isTrue();
        return site.app(page.texts("#enrol-secret").get(0));
    }

    List<String> enrol(Page page, TotpApp app) {
        page.fill("enrol-code", app.code());
        page.submit("enrol");
        page.tells("#factors .done", "Two-step login is on.");
        List<String> codes = page.texts("#code-list li");
        assertThat(codes).hasSize(10);
        return codes;
    }

    /** The browser logs every refusal as an error. */
    void assertRefusals(int... statuses) {
        List<String> errors = site.browser().errors();
        assertThat(errors).hasSize(statuses.length);
        for (int status : statuses) {
            assertThat(errors).anyMatch(error -> error.contains("status of " + status));
        }
    }
}
