package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.model.BusyException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoPasswordHasherTest {

    static final Argon2Cost COST = new Argon2Cost(64, 2, 1);

    static final String PBKDF2 = "pbkdf2_sha256$1$salt$HfHH7AEzxcwp8c1airEdsTosANsI7dCS5IezbP6vXv0=";
    static final String BCRYPT = "bcrypt$$2b$04$QN4t8OLAtJ6uW89BWAFAWOeEOOdb1LUoJAghcRMjapny.2wiYokP.";
    static final String BCRYPT_SHA256 = "bcrypt_sha256$$2b$04$QN4t8OLAtJ6uW89BWAFAWOeYY7pMAVVxVlQGVIJD8ZnLX3NtmkQrG";
    static final String SCRYPT = "scrypt$16$salt$1$1$"
            + "AMaq9pS4BgX9Ptli8kKQ+oWsgBTyfeS0Cf7lty/+4T+DjM4Nl7KXXEhJRsZk4bsMIIeSwz3DQ90AisJFMK7LbQ==";
    static final String ARGON2 = "argon2$argon2id$v=19$m=64,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$Pi3/TA6mENexpY/eyl5VLg";

    static final String[] BESIDES_ARGON2 = {PBKDF2, BCRYPT, BCRYPT_SHA256, SCRYPT};
    static final String[] ALL = {PBKDF2, BCRYPT, BCRYPT_SHA256, SCRYPT, ARGON2};

    private final CountingSlots slots = new CountingSlots();
    private final Argon2idHasher argon2 = new Argon2idHasher(COST, slots);
    private final DjangoPasswordHasher hasher = DjangoPasswordHasher.over(argon2);

    @Test
    void new_hashes_are_those_of_the_other_hasher() {
        String hash = hasher.hash("xK9#mQ2z");

        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
        assertThat(slots.turns).isEqualTo(1);
        assertThat(hasher.verify("xK9#mQ2z", hash)).isTrue();
        assertThat(slots.turns).isEqualTo(2);
        assertThat(hasher.verify("xK9#mQ2Z", hash)).isFalse();
        assertThat(hasher.needsRehash(hash)).isFalse();
        assertThat(hasher.needsRehash(hash.replace("argon2id", "argon2i"))).isTrue();
        assertThatNullPointerException().isThrownBy(() -> DjangoPasswordHasher.over(null));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void reads_what_it_verifies(String stored) {
        assertThat(DjangoPasswordHasher.reads(stored)).isTrue();
        assertThat(DjangoPasswordHasher.reads(stored.substring("argon2".length())))
                .isEqualTo(stored.equals(ARGON2));
        assertThat(slots.turns).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "!LzTqOxwWxds8kzA3uw99RZQEaiGMcJK9eG25EKvc",
                "not-a-hash",
                "md5$salt$f6ffa999fe906437aed352aab2b7c04e",
                "sha1$$b8703dd9d80eafa18fa8c668387cbd9cbf212d8c",
                "d91af3a0760ae82ecd77ae791bd3ba6b"
            })
    void does_not_read_what_never_verifies(String stored) {
        assertThat(DjangoPasswordHasher.reads(stored)).isFalse();
    }

    @Nested
    class HashesOfDjango {

        @ParameterizedTest
        @FieldSource("dev.accounts.password.DjangoPasswordHasherTest#ALL")
        void verify_the_right_password_and_are_to_be_replaced(String stored) {
            assertThat(hasher.verify("trimmed", stored)).isTrue();
            assertThat(hasher.verify("Trimmed", stored)).isFalse();
            assertThat(hasher.verify("", stored)).isFalse();
            assertThat(hasher.needsRehash(stored)).isTrue();
        }

        @ParameterizedTest
        @FieldSource("dev.accounts.password.DjangoPasswordHasherTest#BESIDES_ARGON2")
        void take_a_turn_more_than_a_hash_of_now(String stored) {
            hasher.verify("trimmed", stored);
            assertThat(slots.turns).isEqualTo(2);

            hasher.verify("Trimmed", stored);
            assertThat(slots.turns).isEqualTo(4);
        }

        @Test
        void of_argon2_take_one_turn() {
            hasher.verify("trimmed", ARGON2);
            hasher.verify("Trimmed", ARGON2);

            assertThat(slots.turns).isEqualTo(2);
        }

        @ParameterizedTest
        @FieldSource("dev.accounts.password.DjangoPasswordHasherTest#ALL")
        void are_never_answered_with_false_when_there_is_no_turn(String stored) {
            slots.call(() ->
                    assertThatExceptionOfType(BusyException.class).isThrownBy(() -> hasher.verify("trimmed", stored)));
        }

        @ParameterizedTest
        @FieldSource("dev.accounts.password.DjangoPasswordHasherTest#ALL")
        void refuse_what_is_no_well_formed_unicode_and_do_not_repeat_it(String stored) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hasher.verify("trimmed\uD800", stored))
                    .withMessage("the password is not well-formed Unicode");
        }

        @ParameterizedTest
        @FieldSource("dev.accounts.password.DjangoPasswordHasherTest#ALL")
        void verify_without_making_a_string_of_the_password(String stored) {
            assertThat(hasher.verify(new Secret("trimmed"), stored)).isTrue();
            assertThat(hasher.verify(new Secret(" trimmed "), stored)).isTrue();
        }
    }

    @Nested
    class OtherText {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "!",
                    "!gnbEkx3Hi70nVmeuhRPe6kvlslct510HwbaOBqQP",
                    "trimmed",
                    "md5$salt$1504d7e66f58d65e40d3e06340ad5560",
                    "sha1$$87c9ee7bac19ba66c32815092cd693bb5494a9a8",
                    "crypt$$3MtLKLJXMr1wE",
                    "pbkdf2_sha256$10000001$salt$HfHH7AEzxcwp8c1airEdsTosANsI7dCS5IezbP6vXv0=",
                    "argon2$argon2id$v=19$m=262145,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAA",
                    "argon2$$argon2id$v=19$m=7168,t=5,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAA",
                    "argon2",
                    "$2b$04$QN4t8OLAtJ6uW89BWAFAWOeEOOdb1LUoJAghcRMjapny.2wiYokP."
                })
        void never_verifies_at_the_cost_of_one_hash_of_now(String stored) {
            assertThat(hasher.verify(" trimmed ", stored)).isFalse();
            assertThat(slots.turns).isEqualTo(1);
            assertThat(hasher.needsRehash(stored)).isTrue();
        }

        @Test
        void of_any_length_is_no_hash() {
            assertThat(hasher.verify("trimmed", PBKDF2.repeat(100_000))).isFalse();
            assertThat(slots.turns).isEqualTo(1);
        }
    }

    /** Fails a test that makes a string of it. */
    private record Secret(String text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Secret(text.substring(start, end));
        }

        @Override
        public String toString() {
            throw new AssertionError("a string of a secret");
        }
    }
}
