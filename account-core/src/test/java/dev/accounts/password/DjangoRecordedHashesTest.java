package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.accounts.fixture.JsonResources;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that a Django has made and checked: by default a cheap one of each algorithm, in the group "slow" every one. */
class DjangoRecordedHashesTest {

    private static final Set<String> READ =
            Set.of("pbkdf2_sha256", "pbkdf2_sha1", "argon2", "bcrypt_sha256", "bcrypt", "scrypt");

    private static final JsonObject RECORDED = JsonResources.object("django-hashes.json");

    private static final DjangoPasswordHasher HASHER = DjangoPasswordHasher.over(Argon2idHasher.builder()
            .memoryKib(7168)
            .passes(5)
            .maxWait(Duration.ofMinutes(2))
            .build());

    @Test
    void are_all_to_be_replaced() {
        List<JsonObject> hashes = recorded("vectors", vector -> true);

        assertThat(hashes).hasSize(185).allMatch(vector -> HASHER.needsRehash(text(vector, "encoded")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2_sha256$1$",
                "pbkdf2_sha1$20000$",
                "argon2$argon2i$",
                "bcrypt_sha256$$2b$04$",
                "bcrypt$$2b$04$",
                "scrypt$"
            })
    void that_are_cheap_verify(String beginning) {
        List<JsonObject> hashes = recorded(
                        "vectors", vector -> text(vector, "encoded").startsWith(beginning))
                .subList(0, 1);

        assertThat(failing(hashes, true)).isEmpty();
    }

    @Test
    @Tag("slow")
    void of_the_algorithms_that_are_read_all_verify() {
        List<JsonObject> hashes = recorded("vectors", vector -> READ.contains(text(vector, "algorithm")));

        assertThat(hashes).hasSize(122);
        assertThat(failing(hashes, true)).isEmpty();
    }

    @Test
    @Tag("slow")
    void of_other_algorithms_never_verify() {
        List<JsonObject> hashes = recorded("vectors", vector -> !READ.contains(text(vector, "algorithm")));

        assertThat(hashes).hasSize(63);
        assertThat(failing(hashes, false)).isEmpty();
    }

    @Test
    @Tag("slow")
    void that_must_not_match_never_verify() {
        List<JsonObject> hashes = recorded("must_not_match", DjangoRecordedHashesTest::isRefusedByEveryDjango);

        assertThat(hashes).hasSize(45);
        assertThat(failing(hashes, false)).isEmpty();
    }

    @Test
    @Tag("slow")
    void of_bcrypt_are_cut_at_72_bytes_but_not_if_digested() {
        List<JsonObject> matching = recorded("bcrypt_truncation", vector -> matches(vector));
        List<JsonObject> others = recorded("bcrypt_truncation", vector -> !matches(vector));

        assertThat(matching).hasSize(2);
        assertThat(others).hasSize(1);
        assertThat(failing(matching, true)).isEmpty();
        assertThat(failing(others, false)).isEmpty();
    }

    /** Django 3.2 did not know scrypt. */
    private static boolean isRefusedByEveryDjango(JsonObject vector) {
        return !text(vector, "encoded").startsWith("scrypt$");
    }

    private static List<JsonObject> recorded(String list, Predicate<JsonObject> chosen) {
        return StreamSupport.stream(RECORDED.getAsJsonArray(list).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(chosen)
                .toList();
    }

    private static List<JsonObject> failing(List<JsonObject> hashes, boolean expected) {
        return hashes.parallelStream()
                .filter(vector -> HASHER.verify(text(vector, "password"), text(vector, "encoded")) != expected)
                .toList();
    }

    private static boolean matches(JsonObject vector) {
        return vector.get("matches").getAsBoolean();
    }

    private static String text(JsonObject vector, String name) {
        return vector.get(name).getAsString();
    }
}
