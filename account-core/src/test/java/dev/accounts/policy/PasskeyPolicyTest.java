package dev.accounts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://accounts.example.org",
                "https://accounts.example.org:8443",
                "android:apk-key-hash:YWJj"
            })
    void takes_origins_of_its_site_and_of_apps(String origin) {
        assertThat(PasskeyPolicy.of("example.org", origin).origins()).containsExactly(origin);
    }

    @Test
    void takes_pages_without_encryption_on_the_machine_of_the_browser_alone() {
        assertThat(PasskeyPolicy.of("localhost", "http://localhost:8080").origins())
                .containsExactly("http://localhost:8080");
        assertThatIllegalArgumentException().isThrownBy(() -> PasskeyPolicy.of("example.org", "http://example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "https://example.com",
                "https://badexample.org",
                "https://example.org.evil.net",
                "https://example.org/",
                "https://example.org/login",
                "https://user@example.org",
                "https://example.org:443",
                "https://Example.org",
                "https://",
                "https://exa mple.org",
                "ftp://example.org",
                "*"
            })
    void refuses_what_is_no_origin_of_its_site(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasskeyPolicy.of("example.org", origin));
    }

    @Test
    void says_what_an_origin_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasskeyPolicy.of("example.org", "https://example.org/"))
                .withMessageStartingWith("no origin of example.org: https://example.org/. An origin is https://")
                .withMessageContaining("no slash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Example.org",
                "https://example.org",
                "example.org:443",
                "-example.org",
                "*.example.org",
                "example..org",
                "example.org."
            })
    void refuses_what_is_no_domain(String domain) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasskeyPolicy.of(domain, "https://example.org"));
    }

    @Test
    void needs_an_origin() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasskeyPolicy("example.org", Set.of()));
    }
}
