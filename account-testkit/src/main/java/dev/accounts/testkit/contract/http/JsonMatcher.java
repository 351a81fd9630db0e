package dev.accounts.testkit.contract.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares JSON with a pattern, in which placeholders such as {@code "<any>"} and {@code "<int>"} match many values. */
final class JsonMatcher {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern TIMESTAMP =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,6})?Z");

    private static final Map<String, Predicate<JsonElement>> WILDCARDS = Map.of(
            "<any>", got -> true,
            "<int>", got -> isNumber(got) && INTEGER.matcher(got.getAsString()).matches(),
            "<token>", got -> isString(got) && TOKEN.matcher(got.getAsString()).matches(),
            "<timestamp>",
                    got -> isString(got) && TIMESTAMP.matcher(got.getAsString()).matches());

    private JsonMatcher() {}

    static boolean isAny(JsonElement want) {
        return isString(want) && want.getAsString().equals("<any>");
    }

    /** Lists where a value differs from the pattern; empty if it matches. */
    static List<String> differences(JsonElement want, JsonElement got) {
        return differences("body", want, got).toList();
    }

    private static Stream<String> differences(String path, JsonElement want, JsonElement got) {
        if (isString(want) && WILDCARDS.containsKey(want.getAsString())) {
            Predicate<JsonElement> wildcard = WILDCARDS.getOrDefault(want.getAsString(), any -> true);
            return wildcard.test(got) ? Stream.of() : difference(path, want, got);
        }
        if (want instanceof JsonObject wanted && got instanceof JsonObject object) {
            return wanted.keySet().equals(object.keySet())
                    ? wanted.keySet().stream()
                            .flatMap(key -> differences(path + "." + key, wanted.get(key), object.get(key)))
                    : Stream.of(path + ": keys " + object.keySet() + ", expected " + wanted.keySet());
        }
        if (want instanceof JsonArray wanted && got instanceof JsonArray array && wanted.size() == array.size()) {
            return IntStream.range(0, wanted.size())
                    .boxed()
                    .flatMap(i -> differences(path + "[" + i + "]", wanted.get(i), array.get(i)));
        }
        return isEqual(want, got) ? Stream.of() : difference(path, want, got);
    }

    private static Stream<String> difference(String path, JsonElement want, JsonElement got) {
        return Stream.of(path + ": " + got + ", expected " + want);
    }

    /** Compares numbers as they are written, since 3 and 3.0 have different types for many clients. */
    private static boolean isEqual(JsonElement want, JsonElement got) {
        return (isNumber(want) && isNumber(got)) ? want.getAsString().equals(got.getAsString()) : want.equals(got);
    }

    private static boolean isString(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isNumber(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isNumber();
    }
}
