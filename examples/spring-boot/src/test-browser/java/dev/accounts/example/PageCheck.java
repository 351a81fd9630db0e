package dev.accounts.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Checks the accessibility and the width of what the page shows, and saves a picture of it in {@code target/browser}. */
record PageCheck(Browser browser, Screen screen) {

    private static final Path PICTURES = Path.of("target", "browser");

    /** The width at which WCAG 2.2 (1.4.10) still allows no horizontal scrolling. */
    private static final int NARROWEST = 320;

    private static final String AXE = axe();

    private static final String FIND_VIOLATIONS = """
            const done = arguments[arguments.length - 1];
            axe.run().then(
              ({ violations }) => done(violations.flatMap(({ id, help, nodes }) => nodes.map((node) =>
                `${id} (${help}): ${node.html} ${node.failureSummary}`)).join('\\n')),
              (error) => done(String(error)));
            """;

    private static final String FIND_WHAT_STICKS_OUT = """
            const page = document.documentElement;
            if (page.scrollWidth <= page.clientWidth) return '';
            return [...document.querySelectorAll('body *')]
              .filter((part) => part.getBoundingClientRect().right > page.clientWidth)
              .map((part) => part.outerHTML.slice(0, 200)).join('\\n') || 'something';
            """;

    void check(String view) throws IOException {
        ChromeDriver driver = browser.driver();
        for (int width : new int[] {NARROWEST, screen.width}) {
            browser.resize(width, screen.height);
            assertThat(driver.executeScript(FIND_WHAT_STICKS_OUT))
                    .as("sticks out of %s at %d", view, width)
                    .isEqualTo("");
        }
        if (driver.executeScript("return typeof axe").equals("undefined")) {
            driver.executeScript(AXE);
        }
        for (String scheme : new String[] {"dark", "light"}) {
            browser.useColours(scheme);
            assertThat(driver.executeAsyncScript(FIND_VIOLATIONS))
                    .as("violations in %s at %s, %s", view, screen, scheme)
                    .isEqualTo("");
            takePicture("%s-%d-%s.png".formatted(view, screen.width, scheme));
        }
    }

    private void takePicture(String name) throws IOException {
        Map<String, Object> whole = Map.of("captureBeyondViewport", true);
        String picture = (String) browser.driver()
                .executeCdpCommand("Page.captureScreenshot", whole)
                .get("data");
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name), Base64.getDecoder().decode(picture));
    }

    private static String axe() {
        try (InputStream script = PageCheck.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
