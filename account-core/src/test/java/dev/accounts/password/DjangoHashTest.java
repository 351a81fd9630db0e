package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoHashTest {

    @Nested
    class Pbkdf2 {

        private static final String SHA_256 = "VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw=";
        private static final String SHA_1 = "SwB5AbdlSJq+rUnZJvch0GWkKcE=";

        @Test
        void gives_the_answers_of_rfc_7914_and_rfc_6070() {
            assertThat(verifies("passwd", "pbkdf2_sha256$1$salt$" + SHA_256)).isTrue();
            assertThat(verifies("password", "pbkdf2_sha1$4096$salt$" + SHA_1)).isTrue();
            assertThat(verifies("password", "pbkdf2_sha1$4095$salt$" + SHA_1)).isFalse();
        }

        @Test
        void takes_empty_text_and_nul_and_any_unicode() {
            assertThat(verifies("", "pbkdf2_sha256$2$salt$YjhEZiZNqtxBRAGMa9hkZIJys02omA0xUh/8zpKuADs="))
                    .isTrue();
            assertThat(verifies("", "pbkdf2_sha1$2$salt$EzpM6De00lIe4r8D4RxxynlOB5c="))
                    .isTrue();
            String unicode = "pbkdf2_sha256$3$\u0441\u043E\u043B\u044C$ucKxAGfylrT3Nvpz4pM1fZK1X64VQZwKBqJKiloU32Y=";
            assertThat(verifies("a\0b\u20AC\uD83D\uDE00", unicode)).isTrue();
            assertThat(verifies("a", unicode)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "10000000"})
        void is_read_at_the_bounds_of_the_iterations(String iterations) {
            assertThat(isRead("pbkdf2_sha256$" + iterations + "$salt$" + SHA_256))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "+1", "01", "10000001", "99999999", "4294967297", "", " 1", "1.0", "\u0661"})
        void is_not_read_with_other_iterations(String iterations) {
            assertThat(isRead("pbkdf2_sha256$" + iterations + "$salt$" + SHA_256))
                    .isFalse();
        }

        @Test
        void has_a_hash_of_exactly_the_length_of_the_digest() {
            assertThat(isRead("pbkdf2_sha256$1$salt$" + SHA_1)).isFalse();
            assertThat(isRead("pbkdf2_sha1$1$salt$" + SHA_256)).isFalse();
            assertThat(isRead("pbkdf2_sha512$1$salt$" + SHA_256)).isFalse();
            assertThat(isRead("pbkdf2_sha256$1$salt$" + SHA_256.replace("=", "")))
                    .isFalse();
            assertThat(isRead("pbkdf2_sha256$1$salt$" + SHA_256 + "\n")).isFalse();
            assertThat(isRead("pbkdf2_sha256$1$salt$")).isFalse();
        }

        @Test
        void has_a_salt_of_1_to_128_characters_of_unicode() {
            assertThat(isRead("pbkdf2_sha256$1$" + "s".repeat(128) + "$" + SHA_256))
                    .isTrue();
            assertThat(isRead("pbkdf2_sha256$1$" + "s".repeat(129) + "$" + SHA_256))
                    .isFalse();
            assertThat(isRead("pbkdf2_sha256$1$$" + SHA_256)).isFalse();
            assertThat(isRead("pbkdf2_sha256$1$\uD800$" + SHA_256)).isFalse();
            assertThat(isRead("pbkdf2_sha256$1$" + "\uD83D\uDE00".repeat(97) + "$" + SHA_256))
                    .isTrue();
            assertThat(isRead("pbkdf2_sha256$1$" + "\uD83D\uDE00".repeat(98) + "$" + SHA_256))
                    .isFalse();
        }
    }

    @Nested
    class Bcrypt {

        private static final String SALT_AND_HASH = "QN4t8OLAtJ6uW89BWAFAWOeEOOdb1LUoJAghcRMjapny.2wiYokP.";

        @Test
        void gives_the_answers_of_libxcrypt() {
            assertThat(verifies("trimmed", "bcrypt$$2b$04$" + SALT_AND_HASH)).isTrue();
            assertThat(verifies("", "bcrypt$$2b$04$QN4t8OLAtJ6uW89BWAFAWOzOeohLuWkc92kRaFnDF3J1aG2sZOBJO"))
                    .isTrue();
            assertThat(verifies(
                            "trimmed", "bcrypt_sha256$$2b$04$QN4t8OLAtJ6uW89BWAFAWOeYY7pMAVVxVlQGVIJD8ZnLX3NtmkQrG"))
                    .isTrue();
        }

        @Test
        void repeats_a_password_but_not_behind_a_nul() {
            assertThat(verifies("trimmed\0trimmed", "bcrypt$$2b$04$" + SALT_AND_HASH))
                    .isFalse();
            assertThat(verifies("Trimmed", "bcrypt$$2b$04$" + SALT_AND_HASH)).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"04, true", "16, true", "03, false", "17, false", "31, false", "4, false", "004, false", "-4, false"
        })
        void is_read_with_cost_4_to_16(String cost, boolean read) {
            assertThat(isRead("bcrypt$$2b$" + cost + "$" + SALT_AND_HASH)).isEqualTo(read);
        }

        @ParameterizedTest
        @CsvSource({"2a, true", "2b, true", "2y, true", "2x, false", "2, false", "1, false", "2B, false"})
        void is_read_in_three_versions(String version, boolean read) {
            assertThat(isRead("bcrypt_sha256$$" + version + "$10$" + SALT_AND_HASH))
                    .isEqualTo(read);
        }

        @Test
        void has_the_form_that_django_gives_it_and_one_length() {
            assertThat(isRead("$2b$04$" + SALT_AND_HASH)).isFalse();
            assertThat(isRead("bcrypt$2b$04$" + SALT_AND_HASH)).isFalse();
            assertThat(isRead("bcrypt_sha1$$2b$04$" + SALT_AND_HASH)).isFalse();
            assertThat(isRead("bcrypt$$2b$04$" + SALT_AND_HASH + ".")).isFalse();
            assertThat(isRead("bcrypt$$2b$04$" + SALT_AND_HASH.substring(1))).isFalse();
            assertThat(isRead("bcrypt$$2b$04$+" + SALT_AND_HASH.substring(1))).isFalse();
        }
    }

    @Nested
    class Scrypt {

        private static final String HASH =
                "/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA==";

        @Test
        void gives_the_answer_of_rfc_7914() {
            assertThat(verifies("password", "scrypt$1024$NaCl$8$16$" + HASH)).isTrue();
            assertThat(verifies("Password", "scrypt$1024$NaCl$8$16$" + HASH)).isFalse();
        }

        @Test
        void takes_empty_text() {
            assertThat(
                            verifies(
                                    "",
                                    "scrypt$16$salt$1$1$"
                                            + "7sgKRg7qq2L+FjCxlJfnumof+F9QgHuc/lKp8ZLltgy3NWPSjkyxSLowGiJx3jaCuIxGd8qi4GHS0OKZkM1OCQ=="))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({"2, 1, 1", "32768, 1, 1", "65536, 8, 16", "262144, 2, 1", "16384, 32, 16"})
        void is_read_at_the_bounds_of_its_cost(String n, String r, String p) {
            assertThat(isRead("scrypt$" + n + "$salt$" + r + "$" + p + "$" + HASH))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "0, 8, 1",
            "1, 8, 1",
            "3, 8, 1",
            "16383, 8, 1",
            "-2, 8, 1",
            "131072, 8, 1",
            "524288, 2, 1",
            "9999999, 8, 1",
            "65536, 1, 1",
            "2, 0, 1",
            "2, 33, 1",
            "2, 99, 1",
            "2, 8, 0",
            "2, 8, 17",
            "2, 8, 99",
            "2, 999, 1",
            "2, 8, 999",
            "02, 8, 1",
            "2, 08, 1",
            "2, 8, 01"
        })
        void is_not_read_with_another_cost(String n, String r, String p) {
            assertThat(isRead("scrypt$" + n + "$salt$" + r + "$" + p + "$" + HASH))
                    .isFalse();
        }

        @Test
        void has_a_salt_and_a_hash_of_64_bytes() {
            assertThat(isRead("scrypt$16$$8$1$" + HASH)).isFalse();
            assertThat(isRead("scrypt$16$\uDC00$8$1$" + HASH)).isFalse();
            assertThat(isRead("scrypt$16$" + "s".repeat(129) + "$8$1$" + HASH)).isFalse();
            assertThat(isRead("scrypt$16$" + "s".repeat(128) + "$8$1$" + HASH)).isTrue();
            assertThat(isRead("scrypt$16$salt$8$1$" + HASH.substring(4))).isFalse();
            assertThat(isRead("scrypt$16$salt$8$1$" + "AAAA" + HASH)).isFalse();
        }
    }

    private static boolean isRead(String stored) {
        return DjangoHash.parse(stored).isPresent();
    }

    private static boolean verifies(String password, String stored) {
        return DjangoHash.parse(stored).orElseThrow().verifies(password);
    }
}
