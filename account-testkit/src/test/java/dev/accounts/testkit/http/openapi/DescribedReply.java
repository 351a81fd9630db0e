package dev.accounts.testkit.http.openapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reply in the OpenAPI document. */
public record DescribedReply(OpenApi document, JsonObject json) {

    private static final String JSON = "application/json";

    /** OpenAPI describes the type of the body elsewhere; a redirect is described in words only. */
    private static final Set<String> NOT_DESCRIBED = Set.of("Content-Type", "Location");

    /** Lists what is wrong with the headers and the body of a reply; empty if they are valid. */
    List<String> problems(Set<String> headers, JsonElement body) {
        List<String> problems = new ArrayList<>(problemsOfHeaders(headers));
        for (Map.Entry<String, JsonElement> header : headers().entrySet()) {
            JsonObject described = document.resolve(header.getValue().getAsJsonObject());
            if (described.has("required") && !headers.contains(header.getKey())) {
                problems.add(header.getKey() + ": no such header in the reply");
            }
        }
        problems.addAll(problems(body));
        return problems;
    }

    /** Lists the headers that the document lacks. */
    public List<String> problemsOfHeaders(Set<String> headers) {
        return headers.stream()
                .filter(name -> !json.isEmpty() && !NOT_DESCRIBED.contains(name))
                .filter(name -> !headers().has(name))
                .map(name -> name + ": no such header in the document")
                .toList();
    }

    private JsonObject headers() {
        return json.has("headers") ? json.getAsJsonObject("headers") : new JsonObject();
    }

    /** Lists what is wrong with a body, which is JSON null if there is none; empty if it is valid. */
    public List<String> problems(JsonElement body) {
        if (json.has("content")) {
            return document.problemsOfReply(schema(json.getAsJsonObject("content"), JSON), body);
        }
        return body.isJsonNull() ? List.of() : List.of("the document has no body");
    }

    /** Returns the name of the schema of a media type. */
    static String schema(JsonObject content, String mediaType) {
        String reference = content.getAsJsonObject(mediaType)
                .getAsJsonObject("schema")
                .get("$ref")
                .getAsString();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
