package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.TotpApp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** What a user does with passkeys. */
abstract class PasskeyCases {

    private static final Duration TOO_LONG_AGO = Duration.ofMinutes(16);

    private static final String ADD = "#passkey-add [type=submit]";
    private static final String LOG_IN_ALONE = "#log-in [name=passkey]";
    private static final String SECOND_STEP = "#code [name=passkey]";

    private static final String WITHOUT_PASSKEYS = "delete window.PublicKeyCredential";

    private static final String WITHOUT_JSON = """
            delete PublicKeyCredential.parseCreationOptionsFromJSON;
            delete PublicKeyCredential.parseRequestOptionsFromJSON;
            delete PublicKeyCredential.prototype.toJSON;
            """;

    private final Site site;
    private final TwoSteps steps;

    PasskeyCases(Site site) {
        this.site = site;
        steps = new TwoSteps(site);
    }

    @ParameterizedTest
    @EnumSource
    void a_passkey_is_added_used_renamed_and_removed(Screen screen) throws Exception {
        String jana = site.registerWithoutAddress(screen.user("jana"));
        Page page = steps.logIn(screen, jana);
        site.browser().addAuthenticator();
        add(page, "Phone");
        page.shows("Security", "passkey-added");
        page.press(ADD);
        page.tells("#passkey-add .summary", "This device has a passkey of your account already.");
        rename(page);

        steps.logOut(page);
        page.logIn(jana, Site.PASSWORD);
        page.shows("Use your passkey", "passkey-second");
        assertThat(steps.keyboard().hasFocus(SECOND_STEP)).isTrue();
        page.press(SECOND_STEP);
        page.tells("#me-fields", jana);
        steps.logOut(page);
        logInAlone(page, jana);

        page.follow("Security");
        page.tells("#passkey-list", "last used");
        removeAfterProof(page);
        steps.logOut(page);
        page.logIn(jana, Site.PASSWORD);
        page.tells("#me-fields", jana);
        steps.assertRefusals(401, 401);
    }

    private void add(Page page, String name) {
        page.fill("passkey-name", name);
        page.press(ADD);
        page.tells("#passkey-add .done", "The passkey is added.");
        page.tells("#passkey-list", name);
        page.tells("#factors-fields", "10");
        assertThat(page.texts("#code-list li")).hasSize(10);
        assertThat(steps.keyboard().hasFocus("#codes-title")).isTrue();
    }

    private void rename(Page page) throws IOException {
        page.press("#passkey-list [name=rename]");
        page.tells("#passkey-rename", "Rename the passkey");
        page.shows("Security", "passkey-rename");
        assertThat(page.value("rename-name")).isEqualTo("Phone");
        page.fill("rename-name", "Old phone");
        page.submit("passkey-rename");
        page.tells("#passkey-list", "Old phone");
        page.tells("#passkeys-present .done", "The passkey has its new name.");
        assertThat(steps.keyboard().hasFocus("#passkeys-title")).isTrue();
    }

    private static void logInAlone(Page page, String name) {
        page.press(LOG_IN_ALONE);
        page.tells("#me-fields", name);
    }

    private void removeAfterProof(Page page) throws IOException {
        site.pass(TOO_LONG_AGO);
        page.press("#passkey-list [name=remove]");
        page.tells("#ask-title", "Confirm that it is you");
        assertThat(steps.keyboard().hasFocus("#proof [name=passkey]")).isTrue();
        page.shows("Security", "ask-passkey");
        page.press("#proof [name=passkey]");
        page.tells("#passkeys-present .done", "The passkey is removed here.");
        page.tells("#factors-fields", "None");
        assertThat(page.texts("#passkey-list li")).isEmpty();
        assertThat(steps.keyboard().hasFocus("#passkeys-title")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_passkey_stands_beside_an_app(Screen screen) throws Exception {
        String kai = site.registerWithoutAddress(screen.user("kai"));
        Page page = steps.logIn(screen, kai);
        VirtualAuthenticator authenticator = site.browser().addAuthenticator();
        TotpApp app = steps.begin(page);
        steps.enrol(page, app);
        page.fill("passkey-name", "Phone");
        page.press(ADD);
        page.tells("#passkey-list", "Phone");

        steps.logOut(page);
        page.logIn(kai, Site.PASSWORD);
        page.shows("Enter a code", "code-or-passkey");
        assertThat(steps.keyboard().hasFocus("#code-app")).isTrue();
        page.press(SECOND_STEP);
        page.tells("#me-fields", kai);
        page.follow("Security");
        page.press("#factors [name=remove]");
        page.tells("#factors .done", "Your passkeys and recovery codes stay.");

        steps.logOut(page);
        authenticator.removeAllCredentials();
        page.press(LOG_IN_ALONE);
        page.tells("#log-in .summary", "No passkey was used.");
        page.shows("Log in", "log-in-passkey-refused");
        steps.assertRefusals(401);
    }

    @ParameterizedTest
    @EnumSource
    void an_older_browser_uses_passkeys_as_well(Screen screen) throws Exception {
        String lea = site.registerWithoutAddress(screen.user("lea"));
        Page page = site.openChanged(screen, WITHOUT_JSON);
        page.logIn(lea, Site.PASSWORD);
        page.follow("Security");
        site.browser().addAuthenticator();
        add(page, "Phone");
        page.press(ADD);
        page.tells("#passkey-add .summary", "This device has a passkey of your account already.");
        steps.logOut(page);
        page.logIn(lea, Site.PASSWORD);
        page.press(SECOND_STEP);
        page.tells("#me-fields", lea);
        steps.logOut(page);
        logInAlone(page, lea);
        steps.assertRefusals(401);
    }

    @ParameterizedTest
    @EnumSource
    void a_browser_without_passkeys_shows_nothing_of_them(Screen screen) throws Exception {
        String mia = site.registerWithoutAddress(screen.user("mia"));
        Page page = steps.logIn(screen, mia);
        site.browser().addAuthenticator();
        add(page, "Phone");
        List<String> codes = page.texts("#code-list li");

        Page other = site.openChanged(screen, WITHOUT_PASSKEYS);
        other.rest();
        assertThat(other.isShown(LOG_IN_ALONE)).isFalse();
        other.logIn(mia, Site.PASSWORD);
        other.shows("Enter a code", "code-without-passkeys");
        assertThat(other.isShown(SECOND_STEP)).isFalse();
        other.fill("code-recovery", codes.get(0));
        other.submit("code");
        other.tells("#me-fields", mia);
        other.follow("Security");
        other.tells("#factors-fields", "9");
        assertThat(other.isShown("#passkeys")).isFalse();
        steps.assertRefusals(401);
    }

    @ParameterizedTest
    @EnumSource
    void an_address_is_confirmed_before_a_passkey_is_added(Screen screen) throws Exception {
        String nora = site.register(screen.user("nora"));
        Page page = steps.logIn(screen, nora);
        page.press(ADD);
        page.tells("#passkey-add .summary", "Verify this address first.");
        page.press("#passkey-add [name=verify]");
        page.tells("#passkey-add .done", "a link is on its way");
        steps.assertRefusals(400);
    }
}
