package dev.accounts.testkit.contract.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One recorded conversation with a server.
 *
 * @param distinct names of saved values that must differ
 */
record RecordedCase(String name, List<RecordedStep> steps, List<String> distinct) {

    private static final List<String> FILES = List.of(
            "cases.json", "lifecycle-cases.json", "client-cases.json", "profile-cases.json", "username-cases.json");

    static List<RecordedCase> all() {
        return FILES.stream().flatMap(name -> in(name).stream()).toList();
    }

    private static List<RecordedCase> in(String name) {
        try (InputStream file = requireNonNull(RecordedCase.class.getResourceAsStream(name), name)) {
            JsonArray cases = new Gson().fromJson(new InputStreamReader(file, UTF_8), JsonArray.class);
            return cases.asList().stream()
                    .map(recorded -> RecordedCase.of(recorded.getAsJsonObject()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedCase of(JsonObject recorded) {
        return new RecordedCase(
                recorded.get("name").getAsString(),
                recorded.getAsJsonArray("steps").asList().stream()
                        .map(step -> RecordedStep.of(step.getAsJsonObject()))
                        .toList(),
                recorded.has("distinct")
                        ? recorded.getAsJsonArray("distinct").asList().stream()
                                .map(JsonElement::getAsString)
                                .toList()
                        : List.of());
    }

    void replay(RawHttpClient client, boolean guarded) {
        SavedValues saved = new SavedValues();
        steps.forEach(step -> {
            if (guarded && step.request().isOdd()) {
                step.replayGuarded(client, saved);
            } else {
                step.replay(client, saved);
            }
        });
        assertThat(distinct).extracting(saved::get).doesNotHaveDuplicates();
    }
}
