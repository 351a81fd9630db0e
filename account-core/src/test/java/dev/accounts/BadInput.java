package dev.accounts;

import com.google.gson.JsonObject;
import dev.accounts.fixture.FuzzText;
import dev.accounts.fixture.JsonResources;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One line of {@code bad-inputs.jsonl}. */
public record BadInput(String id, String field, String operation, JsonObject line) {

    private static final Pattern FIXTURE = Pattern.compile("<(valid|sha256|id-of|town-|stored-)[a-z0-9:-]*>");
    private static final int LONGEST_SEED = 20_000;
    private static final Set<String> OPERATIONS = Set.of("register", "login", "me", "logout", "getUser");

    /** The lines of the fields whose operation exists by now. */
    public static Stream<BadInput> of(String... fields) {
        return all().filter(input -> List.of(fields).contains(input.field()))
                .filter(input -> OPERATIONS.contains(input.operation()));
    }

    public static Stream<BadInput> all() {
        return JsonResources.lines("bad-inputs.jsonl")
                .map(line -> new BadInput(
                        line.get("id").getAsString(),
                        line.get("field").getAsString(),
                        line.get("op").getAsString(),
                        line));
    }

    /** The texts of a field as the seeds of a fuzz test. The longest would slow it down. */
    public static Stream<byte[]> seeds(String field) {
        return all().filter(input -> input.field().equals(field) && !input.isFixture())
                .map(BadInput::value)
                .filter(value -> value != null && value.length() <= LONGEST_SEED)
                .map(FuzzText::bytes);
    }

    /** The text to send, where it does not depend on a fixture; null where the line says so. */
    public CharSequence value() {
        if (line.has("gen")) {
            return Generated.by(text("gen"));
        }
        return line.get("value").isJsonNull() ? null : text("value");
    }

    /** Whether the text stands for something that a test must bring about. */
    public boolean isFixture() {
        return line.has("value")
                && !line.get("value").isJsonNull()
                && FIXTURE.matcher(text("value")).find();
    }

    public String text(String name) {
        return line.get(name).getAsString();
    }

    /** Whose password it is. */
    public String user() {
        return line.has("user") ? text("user") : "newbie";
    }

    @Override
    public String toString() {
        return id + " " + text("why");
    }
}
