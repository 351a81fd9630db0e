package dev.accounts.testkit.contract.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The values that the steps of one case save for later steps. */
final class SavedValues {

    private static final String TOKEN = "token";

    private final Map<String, String> values = new HashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** The text with saved values in place of their names in braces. */
    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** The same for a header; it may also hold the token in upper case or cut short. */
    String fillHeader(String text) {
        String token = get(TOKEN);
        return fill(text)
                .replace("{TOKEN}", token.toUpperCase(Locale.ROOT))
                .replace("{token39}", token.substring(0, Math.min(39, token.length())));
    }
}
