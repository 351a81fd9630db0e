package dev.accounts.internal.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OtpauthUriTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(US_ASCII);

    @Test
    void names_the_account_and_all_that_an_app_needs() {
        assertThat(OtpauthUri.of("Example", "ana", SEED))
                .isEqualTo("otpauth://totp/Example:ana?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void names_with_any_characters_end_nothing_early() {
        URI uri = URI.create(OtpauthUri.of("A & B: C", "an/a?@#+\u00E9", SEED));

        assertThat(uri.getPath()).isEqualTo("/A & B: C:an/a?@#+\u00E9");
        assertThat(uri.getRawPath()).isEqualTo("/A%20%26%20B%3A%20C:an%2Fa%3F%40%23%2B%C3%A9");
        assertThat(uri.getQuery()).contains("&issuer=A & B: C&").endsWith("&period=30");
        assertThat(uri.getFragment()).isNull();
    }
}
