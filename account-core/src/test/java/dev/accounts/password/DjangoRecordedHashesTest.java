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
import org.junit.jupiter.api.Test;

/** Every hash that a Django has made and checked. */
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
    void of_the_algorithms_that_are_read_verify_and_are_to_be_replaced() {
        List<JsonObject> hashes = recorded("vectors", vector -> READ.contains(text(vector, "algorithm")));

        assertThat(hashes).hasSize(122).allMatch(vector -> HASHER.needsRehash(text(vector, "encoded")));
        assertThat(failing(hashes, true)).isEmpty();
    }

    @Test
    void of_other_algorithms_never_verify_and_are_to_be_replaced() {
        List<JsonObject> hashes = recorded("vectors", vector -> !READ.contains(text(vector, "algorithm")));

        assertThat(hashes).hasSize(63).allMatch(vector -> HASHER.needsRehash(text(vector, "encoded")));
        assertThat(failing(hashes, false)).isEmpty();
    }

    @Test
    void that_must_not_match_never_verify() {
        List<JsonObject> hashes = recorded("must_not_match", DjangoRecordedHashesTest::isRefusedByEveryDjango);

        assertThat(hashes).hasSize(45);
        assertThat(failing(hashes, false)).isEmpty();
    }

    @Test
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
