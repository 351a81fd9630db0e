package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PasswordHasher} guarantees. */
public abstract class PasswordHasherContract {

    private static final String PASSWORD = "correct horse 7";

    /** For the test of a hasher. */
    protected PasswordHasherContract() {}

    /**
     * The hasher under test.
     *
     * @return the hasher
     */
    protected abstract PasswordHasher hasher();

    /**
     * A hasher of the same kind whose hashes are stronger.
     *
     * @return the stronger hasher
     */
    protected abstract PasswordHasher stronger();

    @Nested
    class Hash {

        @Test
        void makes_at_most_255_ascii_characters() {
            assertThat(hasher().hash("пароль".repeat(600)))
                    .hasSizeBetween(1, 255)
                    .matches("[\\x21-\\x7e]+");
        }

        @Test
        void makes_another_hash_each_time() {
            PasswordHasher hasher = hasher();

            assertThat(Stream.generate(() -> hasher.hash(PASSWORD)).limit(3)).doesNotHaveDuplicates();
        }

        @Test
        void does_not_contain_the_password() {
            assertThat(hasher().hash(PASSWORD)).doesNotContain(PASSWORD);
        }

        @Test
        void leaves_the_text_of_the_caller_alone() {
            StringBuilder password = new StringBuilder(PASSWORD);

            assertThat(hasher().verify(password, hasher().hash(password))).isTrue();

            assertThat(password).hasToString(PASSWORD);
        }
    }

    @Nested
    class Verify {

        /** A hasher that trims, folds, normalises or cuts would accept the wrong one of each pair. */
        static final List<List<String>> RIGHT_AND_WRONG = List.of(
                List.of(PASSWORD, "correct horse 8"),
                List.of(PASSWORD, ""),
                List.of("", " "),
                List.of(PASSWORD, "Correct horse 7"),
                List.of(" " + PASSWORD + " ", PASSWORD),
                List.of("пароль", "пароли"),
                List.of("caf\u00e9 caf\u00e9", "cafe\u0301 cafe\u0301"),
                List.of("ﬁne password", "fine password"),
                List.of("\uD83D\uDE00", "\uD83D\uDE01"),
                List.of("one\0two", "one"),
                List.of("one\0two", "one\0three"),
                List.of("\0", ""),
                List.of("a".repeat(72) + "tail", "a".repeat(72) + "tale"),
                List.of("a".repeat(72) + "tail", "a".repeat(72)),
                List.of("a".repeat(4096), "a".repeat(4095) + "b"),
                List.of("\uD83D\uDE00".repeat(4096), "\uD83D\uDE00".repeat(4095) + "\uD83D\uDE01"));

        @ParameterizedTest
        @FieldSource("RIGHT_AND_WRONG")
        void accepts_the_right_password_and_no_other(List<String> passwords) {
            String hash = hasher().hash(passwords.get(0));

            assertThat(hasher().verify(passwords.get(0), hash)).isTrue();
            assertThat(hasher().verify(passwords.get(1), hash)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "!",
                    "$",
                    "$$$$$",
                    "\0",
                    PASSWORD,
                    "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                    "pbkdf2_sha256$260000$c2FsdHNhbHQ$dGhpcyBpcyBub3QgdGhlIGhhc2ggb2YgYW55dGhpbmc=",
                    "$argon2id$v=19$m=4294967295,t=4294967295,p=255$c2FsdHNhbHQ$c2FsdHNhbHRzYWx0c2FsdA",
                    "$argon2id$v=19$m=8,t=1,p=1$$",
                    "٣٣٣"
                })
        void refuses_what_it_does_not_read(String stored) {
            assertThat(hasher().verify(PASSWORD, stored)).isFalse();
            assertThat(hasher().verify("", stored)).isFalse();
            assertThat(hasher().verify(stored, stored)).isFalse();
        }

        @Test
        void refuses_its_own_hash_once_it_is_broken() {
            String hash = hasher().hash(PASSWORD);
            String cut = hash.substring(0, hash.length() - 1);
            char changed = hash.charAt(hash.length() - 2) == 'a' ? 'b' : 'a';

            assertThat(List.of(
                            cut,
                            hash + " ",
                            " " + hash,
                            hash + "\n",
                            hash + hash,
                            hash + "a".repeat(100_000),
                            hash.substring(1),
                            hash.substring(0, hash.length() - 2) + changed + hash.charAt(hash.length() - 1)))
                    .noneMatch(broken -> hasher().verify(PASSWORD, broken));
        }

        @Test
        void accepts_hashes_of_a_stronger_and_of_a_weaker_hasher() {
            assertThat(hasher().verify(PASSWORD, stronger().hash(PASSWORD))).isTrue();
            assertThat(stronger().verify(PASSWORD, hasher().hash(PASSWORD))).isTrue();
            assertThat(stronger().verify("wrong", hasher().hash(PASSWORD))).isFalse();
        }

        @Test
        void answers_many_at_once() {
            PasswordHasher hasher = hasher();
            String hash = hasher.hash(PASSWORD + 1);

            assertThat(Race.of(8, i -> hasher.verify(PASSWORD + i, hash)))
                    .containsExactly(false, true, false, false, false, false, false, false);
        }
    }

    @Nested
    class NeedsRehash {

        @Test
        void keeps_its_own_hash() {
            assertThat(hasher().needsRehash(hasher().hash(PASSWORD))).isFalse();
        }

        @Test
        void replaces_a_weaker_hash_and_never_a_stronger_one() {
            assertThat(stronger().needsRehash(hasher().hash(PASSWORD))).isTrue();
            assertThat(hasher().needsRehash(stronger().hash(PASSWORD))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "!", "plain", "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "\0"})
        void replaces_what_it_does_not_read(String stored) {
            assertThat(hasher().needsRehash(stored)).isTrue();
        }
    }
}
