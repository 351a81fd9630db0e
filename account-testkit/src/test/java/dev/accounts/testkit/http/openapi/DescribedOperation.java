package dev.accounts.testkit.http.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operation in the OpenAPI document. */
public record DescribedOperation(OpenApi document, String method, String path, JsonObject json) {

    Set<String> statuses() {
        return json.getAsJsonObject("responses").keySet();
    }

    public boolean needsToken() {
        JsonArray security = json.has("security")
                ? json.getAsJsonArray("security")
                : document.json().getAsJsonArray("security");
        return !security.isEmpty();
    }

    /** Whether the operation reads its body. */
    public boolean readsBody() {
        return json.has("requestBody");
    }

    /** The described bodies by their media types. */
    JsonObject bodies() {
        return document.resolve(json.getAsJsonObject("requestBody")).getAsJsonObject("content");
    }

    Set<String> fields() {
        return bodySchema().getAsJsonObject("properties").keySet();
    }

    List<String> requiredFields() {
        JsonObject schema = bodySchema();
        return schema.has("required")
                ? schema.getAsJsonArray("required").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    private JsonObject bodySchema() {
        return document.resolve(bodies().getAsJsonObject("application/json").getAsJsonObject("schema"));
    }

    /** Lists what is wrong with a body; empty if it is valid. */
    public List<String> problems(String mediaType, JsonElement body) {
        return bodies().has(mediaType)
                ? document.problemsOfRequest(DescribedReply.schema(bodies(), mediaType), body)
                : List.of(mediaType + ": no such media type");
    }

    Optional<DescribedReply> reply(int status) {
        return Optional.ofNullable(json.getAsJsonObject("responses").getAsJsonObject(Integer.toString(status)))
                .map(response -> new DescribedReply(document, document.resolve(response)));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
