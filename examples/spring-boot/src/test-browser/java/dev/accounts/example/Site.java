package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.spring.AccountsCustomizer;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.TotpApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running application, a browser for it, and the mails that come. */
class Site implements AutoCloseable {

    static final String PASSWORD = "k12345678";
    static final String ANOTHER = "an0ther-Secret";

    private static final Pattern LINK = Pattern.compile("#\\w+=[\\w-]+\\.[0-9a-f]{40}$");

    private final MovableClock clock = new MovableClock();
    private final ConfigurableApplicationContext application = new SpringApplicationBuilder(
                    Application.class, RememberingNotifier.class)
            .initializers(context -> context.getBeanFactory().registerSingleton("clock", moved()))
            .run(
                    "--server.port=" + freePort(),
                    "--accounts.limits.sources=false",
                    // Selenium warns of a browser that is newer than itself.
                    "--logging.level.org.openqa.selenium=error",
                    "--accounts.key.file=",
                    "--spring.datasource.url=jdbc:h2:mem:page;DB_CLOSE_DELAY=-1");
    private final Requests requests = new Requests(
            URI.create("http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port")));
    private final Browser browser = new Browser();

    /** Returns a port that was free a moment ago. Passkeys are good for one origin, so that the port must be known before the start. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AccountsCustomizer moved() {
        clock.set(Instant.now());
        return accounts -> accounts.clock(clock);
    }

    /** Moves the clock of the accounts, which stands still otherwise. */
    void pass(Duration time) {
        clock.advance(time);
    }

    /** Returns an app with a key as the page shows it. */
    TotpApp app(String key) {
        return TotpApp.scan(new TotpEnrolment("", "", key.replace(" ", ""), Instant.EPOCH), clock);
    }

    Browser browser() {
        return browser;
    }

    Page open(Screen screen, String link) {
        return new Page(browser, screen, requests.baseUrl().resolve("/" + link), "");
    }

    /** Opens the page in a browser that a script has changed before. */
    Page openChanged(Screen screen, String script) {
        return new Page(browser, screen, requests.baseUrl(), script);
    }

    /** Registers a user over HTTP, and returns the name. */
    String register(String name) throws Exception {
        post("/auth/users/", """
                {"username":"%s","password":"%s","email":"%s@example.org"}""".formatted(name, PASSWORD, name));
        return name;
    }

    String registerWithoutAddress(String name) throws Exception {
        post("/auth/users/", """
                {"username":"%s","password":"%s"}""".formatted(name, PASSWORD));
        return name;
    }

    /** Opens a session over HTTP. */
    void logIn(String name, String password, String label) throws Exception {
        post("/auth/token/login/", """
                {"username":"%s","password":"%s","label":"%s"}""".formatted(name, password, label));
    }

    private void post(String path, String body) throws Exception {
        var reply = requests.post(path, "application/json", BodyPublishers.ofString(body));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    /** Returns the part after the # of the link that is mailed to a user next. */
    String link(String name) {
        Matcher link =
                LINK.matcher(application.getBean(RememberingNotifier.class).next("<" + name + "@"));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Override
    public void close() {
        browser.close();
        application.close();
    }
}
