package dev.accounts.example;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a tab of its own, worked by clicks. */
class Page {

    private static final String IS_IDLE = "const page = document.querySelector('dialog[open]') ?? document;"
            + "return document.readyState === 'complete' && !page.querySelector('[aria-busy=\"true\"]')"
            + " && document.querySelectorAll('#register-towns input').length > 0";

    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private final PageCheck check;

    Page(Browser browser, Screen screen, URI address, String script) {
        driver = browser.driver();
        wait = new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(50));
        check = new PageCheck(browser, screen);
        browser.takeTab(screen);
        browser.runFirst(script);
        driver.get(address.toString());
    }

    /** Waits for a view by its heading, then checks it. */
    void shows(String heading, String view) throws IOException {
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.xpath("//h1[.='" + heading + "']")));
        rest();
        check.check(view);
    }

    /** Waits until a visible element contains a text. */
    void tells(String selector, String text) {
        wait.until(page -> page.findElements(By.cssSelector(selector)).stream()
                .anyMatch(found -> found.isDisplayed() && found.getText().contains(text)));
        rest();
    }

    /** Waits until no request is under way. One that waits for an open dialog does not count. */
    void rest() {
        wait.until(page -> driver.executeScript(IS_IDLE).equals(true));
    }

    void follow(String link) {
        wait.until(ExpectedConditions.elementToBeClickable(By.linkText(link))).click();
    }

    void fill(String id, String text) {
        WebElement field = wait.until(ExpectedConditions.elementToBeClickable(By.id(id)));
        field.clear();
        field.sendKeys(text);
    }

    /** Presses a control, once the page has come to rest. */
    void press(String selector) {
        rest();
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)))
                .click();
    }

    void submit(String form) {
        press("#" + form + " [type=submit]");
    }

    String value(String id) {
        return driver.findElement(By.id(id)).getDomProperty("value");
    }

    String link(String id) {
        return driver.findElement(By.id(id)).getDomProperty("href");
    }

    /** Reads the QR code that an element shows. */
    String qrCode(String selector) throws IOException {
        WebElement code = driver.findElement(By.cssSelector(selector));
        // A picture shows only what is in sight.
        driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", code);
        byte[] picture = code.getScreenshotAs(OutputType.BYTES);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (ReaderException unreadable) {
            throw new AssertionError("no QR code", unreadable);
        }
    }

    boolean isShown(String selector) {
        return driver.findElement(By.cssSelector(selector)).isDisplayed();
    }

    /** Returns the texts of all elements that match. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Waits until exactly one element matches. */
    void hasOne(String selector) {
        wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(selector), 1));
        rest();
    }

    void logIn(String username, String password) {
        fill("log-in-username", username);
        fill("log-in-password", password);
        submit("log-in");
    }
}
