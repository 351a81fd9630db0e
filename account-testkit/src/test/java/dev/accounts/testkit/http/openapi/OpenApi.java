package dev.accounts.testkit.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The OpenAPI document of the HTTP contract. */
public final class OpenApi {

    private static final Gson GSON = new GsonBuilder().serializeNulls().create();
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");

    /** The document that {@code account-core} contains. */
    public static final OpenApi DOCUMENT = new OpenApi(read());

    private final JsonObject json;
    private final JsonSchemas requests;
    private final JsonSchemas replies;

    private OpenApi(JsonObject json) {
        this.json = json;
        JsonObject schemas = json.getAsJsonObject("components").getAsJsonObject("schemas");
        this.requests = JsonSchemas.of(schemas);
        this.replies = JsonSchemas.of(closed(schemas).getAsJsonObject());
    }

    private static JsonObject read() {
        try (InputStream file = AccountHttp.class.getResourceAsStream("openapi.json")) {
            return GSON.fromJson(new InputStreamReader(requireNonNull(file), UTF_8), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies schemas, and refuses members that they do not name: clients must expect more, but the library sends no others. */
    private static JsonElement closed(JsonElement schemas) {
        if (!(schemas instanceof JsonObject object)) {
            return schemas;
        }
        JsonObject closed = new JsonObject();
        object.asMap().forEach((name, value) -> closed.add(name, name.equals("examples") ? value : closed(value)));
        if (object.get("properties") instanceof JsonObject) {
            closed.addProperty("additionalProperties", false);
        }
        return closed;
    }

    JsonObject json() {
        return json;
    }

    Set<String> paths() {
        return json.getAsJsonObject("paths").keySet();
    }

    public List<DescribedOperation> operations() {
        return paths().stream().flatMap(this::operations).toList();
    }

    private Stream<DescribedOperation> operations(String path) {
        JsonObject item = json.getAsJsonObject("paths").getAsJsonObject(path);
        return item.keySet().stream()
                .filter(METHODS::contains)
                .map(method -> new DescribedOperation(
                        this, method.toUpperCase(Locale.ROOT), path, item.getAsJsonObject(method)));
    }

    /** Finds the operation of a method and a path without its query. A path without parameters comes first. */
    public Optional<DescribedOperation> operation(String method, String path) {
        String described = paths().contains(path)
                ? path
                : paths().stream()
                        .filter(template -> matches(template, path))
                        .findFirst()
                        .orElse("");
        return operations().stream()
                .filter(operation ->
                        operation.path().equals(described) && operation.method().equals(method))
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{[a-z]+\\}", "[^/]+"), path);
    }

    /** Returns the described replies of a status to a call: one, or none if the document lacks it. */
    public List<DescribedReply> replies(String method, String path, int status) {
        Optional<DescribedOperation> operation = operation(method, path);
        return operation.isPresent()
                ? operation.get().reply(status).stream().toList()
                : elsewhere(status).stream().toList();
    }

    /** Returns the reply to a call that is none of the operations. A bad token is reported before a wrong method. */
    private Optional<DescribedReply> elsewhere(int status) {
        return switch (status) {
            case 301 -> Optional.of(new DescribedReply(this, new JsonObject()));
            case 401 -> Optional.of(reply("Unauthorized"));
            case 404 -> Optional.of(reply("NotFound"));
            case 405 -> Optional.of(reply("MethodNotAllowed"));
            default -> Optional.empty();
        };
    }

    private DescribedReply reply(String component) {
        JsonObject responses = json.getAsJsonObject("components").getAsJsonObject("responses");
        return new DescribedReply(this, responses.getAsJsonObject(component));
    }

    /** Returns an object, or the component that it refers to. */
    JsonObject resolve(JsonObject object) {
        if (!(object.get("$ref") instanceof JsonPrimitive reference)) {
            return object;
        }
        JsonElement target = json;
        for (String segment : reference.getAsString().substring("#/".length()).split("/", -1)) {
            target = requireNonNull(target.getAsJsonObject().get(segment), reference.getAsString());
        }
        return target.getAsJsonObject();
    }

    List<String> problemsOfRequest(String schema, JsonElement body) {
        return requests.problems(schema, body);
    }

    List<String> problemsOfReply(String schema, JsonElement body) {
        return replies.problems(schema, body);
    }

    /** Proves that the document describes a reply that the library gave: its status, its headers and its body. */
    public void assertDescribes(HttpCall call, HttpReply reply) {
        List<DescribedReply> described = replies(call.method(), call.path().split("\\?", 2)[0], reply.status());
        assertThat(described).as("%s in openapi.json: %s", call, reply).hasSize(1);
        JsonElement body = reply.body() == null ? JsonNull.INSTANCE : GSON.toJsonTree(reply.body());
        assertThat(described.get(0).problems(reply.headers().keySet(), body))
                .as("%s in openapi.json: %s", call, reply)
                .isEmpty();
    }
}
