package dev.accounts.testkit.contract.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names the setting of the host's JSON mapper that a reply other than the expected one points to. {@code docs/http.md} has a table
 * of what a mapper must do.
 */
enum MapperHint {
    WHOLE_TEXT(
            "read a body that has text after its JSON value",
            "Jackson 2: enable DeserializationFeature.FAIL_ON_TRAILING_TOKENS. JSON-P and JSON-B: read with a JsonParser, and"
                    + " refuse the body if the parser has more after the value"),
    ONLY_JSON(
            "read a body that is not JSON",
            "Gson: setStrictness(Strictness.STRICT). Jackson: enable none of the features that allow comments, single quotes or NaN"),
    NULLS(
            "leaves out members that are null or empty",
            "Gson: serializeNulls(). Jackson: serialize with JsonInclude.Include.ALWAYS"
                    + " (Micronaut: jackson.serialization-inclusion=ALWAYS)."
                    + " JSON-B: JsonbConfig.withNullValues(true)"),
    INTEGERS(
            "turns integers into fractions",
            "Gson: setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL)."
                    + " JSON-P: convert a JsonNumber with bigDecimalValue()");

    private static final Pattern WHOLE_FRACTION = Pattern.compile("[:\\[,]\\s*-?[0-9]+\\.0+[,}\\]\\s]");

    private final String text;

    MapperHint(String fault, String setting) {
        this.text = "The host's JSON mapper " + fault + ". " + setting + ".";
    }

    /** Returns the text for people. */
    String text() {
        return text;
    }

    /** Returns what a reply points to that is not the expected one; empty if it points to no setting. */
    static Optional<MapperHint> of(RawRequest request, ExpectedReply expected, RawReply reply) {
        Optional<MapperHint> leniency =
                request.body().filter(body -> request.isJson()).flatMap(MapperHint::leniency);
        if (leniency.isPresent()) {
            return leniency;
        }
        if (reply.text().contains("received float")
                || WHOLE_FRACTION.matcher(reply.text()).find()) {
            return Optional.of(INTEGERS);
        }
        return lacksMember(expected.body(), parsed(reply.text())) ? Optional.of(NULLS) : Optional.empty();
    }

    /** Returns why a strict mapper refuses a body; empty if it reads the body. */
    private static Optional<MapperHint> leniency(String body) {
        JsonReader reader = new JsonReader(new StringReader(body));
        reader.setStrictness(Strictness.STRICT);
        try {
            reader.skipValue();
        } catch (IOException noJson) {
            return Optional.of(ONLY_JSON);
        }
        return isAtItsEnd(reader) ? Optional.empty() : Optional.of(WHOLE_TEXT);
    }

    private static boolean isAtItsEnd(JsonReader reader) {
        try {
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException moreText) {
            return false;
        }
    }

    private static JsonElement parsed(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException noJson) {
            return JsonNull.INSTANCE;
        }
    }

    private static boolean isEmpty(JsonElement want) {
        return want.isJsonNull()
                || want.toString().equals("\"\"")
                || want.toString().equals("[]");
    }

    private static boolean lacksMember(JsonElement want, JsonElement got) {
        if (want instanceof JsonObject wanted && got instanceof JsonObject object) {
            return wanted.entrySet().stream()
                    .anyMatch(member -> object.has(member.getKey())
                            ? lacksMember(member.getValue(), object.get(member.getKey()))
                            : isEmpty(member.getValue()));
        }
        return want instanceof JsonArray wanted
                && got instanceof JsonArray array
                && wanted.size() == array.size()
                && IntStream.range(0, wanted.size()).anyMatch(i -> lacksMember(wanted.get(i), array.get(i)));
    }
}
