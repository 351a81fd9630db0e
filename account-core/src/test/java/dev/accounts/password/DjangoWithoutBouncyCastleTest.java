package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.accounts.fixture.BareClassPath;
import dev.accounts.spi.PasswordHasher;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class DjangoWithoutBouncyCastleTest {

    private static final PasswordHasher HASHER = (PasswordHasher) bare(Fresh.class);

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
    void bcrypt_and_scrypt_verify_no_password(String stored) {
        assertThat(HASHER.verify("trimmed", stored)).isFalse();
        assertThat(HASHER.verify("wrong", stored)).isFalse();
        assertThat(HASHER.needsRehash(stored)).isTrue();
    }

    @Test
    void it_is_known_which_hashes_can_be_computed() {
        assertThat(bare(Computed.class))
                .isEqualTo(List.of(DjangoPasswordHasherTest.PBKDF2, DjangoPasswordHasherTest.ARGON2));
        assertThat(new Computed().get()).isEqualTo(List.of(DjangoPasswordHasherTest.ALL));
    }

    @Test
    void such_a_login_is_refused_at_the_cost_of_one_hash_like_one_with_an_unknown_name() {
        assertThat(bare(Turns.class)).isEqualTo(List.of(1, 1));
    }

    @Test
    void what_is_missing_is_logged_once_and_without_a_secret() {
        Logger logger = (Logger) LoggerFactory.getLogger(DjangoPasswordHasher.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        try {
            PasswordHasher hasher = (PasswordHasher) bare(Fresh.class);
            hasher.verify("trimmed", DjangoPasswordHasherTest.BCRYPT);
            hasher.verify("trimmed", DjangoPasswordHasherTest.SCRYPT);
        } finally {
            logger.detachAppender(logged);
        }

        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("org.bouncycastle:bcprov-jdk18on")
                    .doesNotContain("trimmed", "$2b$", "scrypt$");
        });
    }

    @Test
    void a_hasher_that_must_verify_them_is_not_built() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bare(Required.class))
                .withMessageContaining("add the dependency org.bouncycastle:bcprov-jdk18on to the application");
        assertThat(DjangoPasswordHasher.withBcryptAndScrypt(Fresh.argon2())
                        .verify("trimmed", DjangoPasswordHasherTest.BCRYPT))
                .isTrue();
    }

    /** What a class of this test supplies that is loaded anew, and finds no Bouncy Castle. */
    private static Object bare(Class<?> supplier) {
        try {
            return new BareClassPath("org.bouncycastle.")
                    .loadClass(supplier.getName())
                    .asSubclass(Supplier.class)
                    .getConstructor()
                    .newInstance()
                    .get();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Refers to the library as loaded by the loader of this class. */
    public static final class Fresh implements Supplier<Object> {

        @Override
        public Object get() {
            return DjangoPasswordHasher.over(argon2());
        }

        private static Argon2idHasher argon2() {
            return Argon2idHasher.builder().memoryKib(7168).passes(5).build();
        }
    }

    /** Builds the hasher that needs Bouncy Castle. */
    public static final class Required implements Supplier<Object> {

        @Override
        public Object get() {
            return DjangoPasswordHasher.withBcryptAndScrypt(Fresh.argon2());
        }
    }

    /** Tells which hashes can be computed. */
    public static final class Computed implements Supplier<Object> {

        @Override
        public Object get() {
            return Stream.of(DjangoPasswordHasherTest.ALL)
                    .filter(DjangoPasswordHasher::computes)
                    .toList();
        }
    }

    /** Counts the turns of a bcrypt hash and of a value that no hasher accepts. */
    public static final class Turns implements Supplier<Object> {

        @Override
        public Object get() {
            CountingSlots slots = new CountingSlots();
            DjangoPasswordHasher hasher =
                    DjangoPasswordHasher.over(new Argon2idHasher(new Argon2Cost(64, 2, 1), slots));
            hasher.verify(" trimmed ", DjangoPasswordHasherTest.BCRYPT);
            int ofBcrypt = slots.turns;
            hasher.verify(" trimmed ", "!");
            return List.of(ofBcrypt, slots.turns - ofBcrypt);
        }
    }
}
