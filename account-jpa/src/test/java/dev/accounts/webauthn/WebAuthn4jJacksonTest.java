package dev.accounts.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.database.AnotherJvm;
import dev.accounts.spi.factor.PasskeyVerifier;
import org.junit.jupiter.api.Test;

/** A verifier in a JVM whose Jackson is too old: here without its annotations, of which an old one lacks some. */
class WebAuthn4jJacksonTest {

    /** The JVM that creates the verifier. */
    static final class Creating {

        public static void main(String[] unused) {
            try {
                PasskeyVerifier verifier = new WebAuthn4jVerifier();
                System.out.println("created " + verifier.getClass());
            } catch (IllegalStateException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @Test
    void tells_which_library_does_not_fit() throws Exception {
        AnotherJvm jvm = AnotherJvm.runWithout("jackson-annotations", Creating.class);

        assertThat(jvm.said())
                .contains("WebAuthn4J does not fit the Jackson", "jackson-annotations have at least version 2.22")
                .doesNotContain("created");
        assertThat(jvm.status()).isZero();
    }
}
