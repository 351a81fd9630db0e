package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.accounts.fixture.BareClassPath;
import dev.accounts.spi.PasswordHasher;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoWithoutBouncyCastleTest {

    private static final PasswordHasher HASHER = bareHasher();

    @ParameterizedTest
    @ValueSource(strings = {DjangoPasswordHasherTest.PBKDF2, DjangoPasswordHasherTest.ARGON2})
    void pbkdf2_and_argon2_work(String stored) {
        assertThat(HASHER.verify("trimmed", stored)).isTrue();
        assertThat(HASHER.verify("Trimmed", stored)).isFalse();
        assertThat(HASHER.verify("trimmed", HASHER.hash("trimmed"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DjangoPasswordHasherTest.BCRYPT,
                DjangoPasswordHasherTest.BCRYPT_SHA256,
                DjangoPasswordHasherTest.SCRYPT
            })
    void bcrypt_and_scrypt_fail_every_time_and_say_what_is_missing(String stored) {
        for (String password : new String[] {"trimmed", "wrong"}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> HASHER.verify(password, stored))
                    .withMessage("Verifying a bcrypt or scrypt hash of Django needs Bouncy Castle:"
                            + " add the dependency org.bouncycastle:bcprov-jdk18on to the application.");
        }
        assertThat(HASHER.needsRehash(stored)).isTrue();
    }

    private static PasswordHasher bareHasher() {
        try {
            return (PasswordHasher) new BareClassPath("org.bouncycastle.")
                    .loadClass(Fresh.class.getName())
                    .asSubclass(Supplier.class)
                    .getConstructor()
                    .newInstance()
                    .get();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Refers to the library as loaded by the loader of this class. */
    public static final class Fresh implements Supplier<PasswordHasher> {

        @Override
        public PasswordHasher get() {
            return DjangoPasswordHasher.over(
                    Argon2idHasher.builder().memoryKib(7168).passes(5).build());
        }
    }
}
