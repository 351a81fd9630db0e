package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;

import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HashTest {

    private static final String SALT = "c29tZXNhbHRzb21lc2FsdA";
    private static final String HASH = "A".repeat(43);

    @Test
    void what_is_encoded_is_read_back() {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        byte[] hash = new byte[32];
        hash[31] = -1;
        String encoded = Argon2Hash.of(new Argon2Cost(64, 3, 2), salt, hash).encoded();

        Argon2Hash read = Argon2Hash.parse(encoded).orElseThrow();

        assertThat(encoded)
                .startsWith("$argon2id$v=19$m=64,t=3,p=2$")
                .doesNotContain("=$")
                .hasSizeLessThan(256);
        assertThat(read.encoded()).isEqualTo(encoded);
        assertThat(read.type()).isEqualTo(Argon2Types.ARGON2id);
        assertThat(read.version()).isEqualTo(Argon2Version.V13);
        assertThat(read.cost()).isEqualTo(new Argon2Cost(64, 3, 2));
        assertThat(read.salt()).isEqualTo(salt);
        assertThat(read.hashLength()).isEqualTo(32);
        assertThat(read.hashEquals(hash)).isTrue();
        assertThat(read.hashEquals(new byte[32])).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"i, ARGON2i", "d, ARGON2d", "id, ARGON2id"})
    void all_three_types_are_read(String name, Argon2Types type) {
        Argon2Hash read = parse("$argon2" + name + "$v=19$m=64,t=1,p=1$" + SALT + "$" + HASH)
                .orElseThrow();

        assertThat(read.type()).isEqualTo(type);
        assertThat(read.isOldVersion()).isFalse();
        assertThat(read.encoded()).startsWith("$argon2" + name + "$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$v=16", ""})
    void a_hash_of_version_16_says_so_or_says_nothing(String version) {
        Argon2Hash read = parse("$argon2i" + version + "$m=64,t=1,p=1$" + SALT + "$" + HASH)
                .orElseThrow();

        assertThat(read.version()).isEqualTo(Argon2Version.V10);
        assertThat(read.isOldVersion()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=262145,t=1,p=1", "m=9999999,t=1,p=1", "m=64,t=17,p=1", "m=64,t=0,p=1", "m=64,t=1,p=0",
                        "m=128,t=1,p=9",
                "m=7,t=1,p=1", "m=15,t=1,p=2", "m=0,t=1,p=1", "m=-64,t=1,p=1", "m=+64,t=1,p=1", "m=99999999999,t=1,p=1",
                "m=64,t=1", "t=1,m=64,p=1", "m=64,t=1,p=1,x=1", "m=64, t=1,p=1", "m=\u0666\u0664,t=1,p=1", "m=,t=1,p=1"
            })
    void a_cost_that_is_out_of_bounds_or_malformed_is_not_read(String cost) {
        assertThat(parse("$argon2id$v=19$" + cost + "$" + SALT + "$" + HASH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=262144,t=1,p=1", "m=64,t=16,p=1", "m=64,t=1,p=8", "m=8,t=1,p=1"})
    void a_cost_at_its_bounds_is_read(String cost) {
        assertThat(parse("$argon2id$v=19$" + cost + "$" + SALT + "$" + HASH)).isPresent();
    }

    @Test
    void what_is_no_argon2_hash_is_not_read() {
        String prefix = "$argon2id$v=19$m=64,t=1,p=1$";
        assertThat(new String[] {
                    "",
                    "!",
                    "plain",
                    "$2a$10$abcdefghijklmnopqrstuv",
                    "pbkdf2_sha256$260000$salt$hash",
                    "$argon2$v=19$m=64,t=1,p=1$" + SALT + "$" + HASH,
                    "$argon2id$v=18$m=64,t=1,p=1$" + SALT + "$" + HASH,
                    prefix + SALT + "$" + HASH + "\n",
                    " " + prefix + SALT + "$" + HASH,
                    prefix + SALT + "$",
                    prefix + "c2hvcnQ" + "$" + HASH,
                    prefix + SALT + "$" + "A".repeat(21),
                    prefix + SALT + "$" + "A".repeat(87),
                    prefix + "A".repeat(87) + "$" + HASH,
                    prefix + SALT + "=$" + HASH,
                    prefix + SALT + "$" + "-".repeat(43),
                    prefix + SALT + "$" + "A".repeat(41),
                    prefix + "A".repeat(13) + "$" + HASH,
                    prefix + SALT + "$" + HASH + "$" + HASH
                })
                .allSatisfy(text -> assertThat(parse(text)).as(text).isEmpty());
        assertThat(parse(prefix + "A".repeat(11) + "$" + "A".repeat(22))).isPresent();
        assertThat(parse(prefix + "A".repeat(86) + "$" + "A".repeat(86))).isPresent();
        assertThat(parse("$argon2id$".repeat(100_000))).isEmpty();
    }

    private static Optional<Argon2Hash> parse(String stored) {
        return Argon2Hash.parse(stored);
    }
}
