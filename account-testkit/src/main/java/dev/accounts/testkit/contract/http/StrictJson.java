package dev.accounts.testkit.contract.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;

/** Reads JSON as RFC 8259 defines it. */
final class StrictJson {

    private StrictJson() {}

    /**
     * Parses a whole text.
     *
     * @throws AssertionError if the text is not JSON
     */
    static JsonElement parse(String text) {
        try {
            JsonElement parsed =
                    new GsonBuilder().setStrictness(Strictness.STRICT).create().fromJson(text, JsonElement.class);
            if (parsed == null) {
                throw new AssertionError("no JSON: the body is empty");
            }
            return parsed;
        } catch (JsonParseException e) {
            throw new AssertionError("no JSON: " + text.substring(0, Math.min(120, text.length())), e);
        }
    }
}
