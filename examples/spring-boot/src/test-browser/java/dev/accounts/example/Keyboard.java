package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Works a page by keys only. Every control that gets the focus must show it. */
record Keyboard(ChromeDriver driver) {

    private static final int MOST_STEPS = 40;

    private static final String HAS_FOCUS = "return document.activeElement.matches(arguments[0])";

    private static final String HIDES_FOCUS = """
            const part = document.activeElement;
            const hides = part !== document.body && getComputedStyle(part).outlineStyle === 'none';
            return hides ? part.outerHTML : '';
            """;

    void type(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void typeWith(Keys modifier, CharSequence key) {
        new Actions(driver).keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
    }

    void forwardTo(String selector) {
        step(selector, () -> type(Keys.TAB));
    }

    void backTo(String selector) {
        step(selector, () -> typeWith(Keys.SHIFT, Keys.TAB));
    }

    private void step(String selector, Runnable key) {
        boolean there = IntStream.range(0, MOST_STEPS).anyMatch(steps -> {
            key.run();
            assertThat(driver.executeScript(HIDES_FOCUS)).isEqualTo("");
            return hasFocus(selector);
        });
        assertThat(there).as("reached %s", selector).isTrue();
    }

    boolean hasFocus(String selector) {
        return driver.executeScript(HAS_FOCUS, selector).equals(true);
    }
}
