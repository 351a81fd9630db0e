package dev.accounts.testkit.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Validates JSON against schemas, formats included. */
final class JsonSchemas {

    private static final URI OPENAPI_DOCUMENT = URI.create("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07");

    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            .withEvaluatorFactory(new FormatEvaluatorFactory())
            .withSchemaResolver(JsonSchemas::published)
            .createValidator();

    private JsonSchemas() {}

    /** Registers each schema under its name. They refer to each other as the components of a document do. */
    static JsonSchemas of(JsonObject schemas) {
        JsonSchemas registered = new JsonSchemas();
        for (Map.Entry<String, JsonElement> schema : schemas.entrySet()) {
            String text = schema.getValue().toString().replace("#/components/schemas/", "urn:schema:");
            registered.validator.registerSchema(uri(schema.getKey()), text);
        }
        return registered;
    }

    private static URI uri(String name) {
        return URI.create("urn:schema:" + name);
    }

    /** Lists what is wrong with a value; empty if it is valid. */
    List<String> problems(String schema, JsonElement value) {
        return problems(uri(schema), value);
    }

    /** Lists what is wrong with an OpenAPI document and the schemas in it; empty if they are valid. */
    static List<String> problemsOfDocument(JsonObject document) {
        return new JsonSchemas().problems(OPENAPI_DOCUMENT, document);
    }

    private List<String> problems(URI schema, JsonElement value) {
        return validator.validate(schema, value).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    /** Finds a schema of the OpenAPI Initiative among the resources, without a connection. */
    private static SchemaResolver.Result published(String uri) {
        try (InputStream file = JsonSchemas.class.getResourceAsStream(uri.replaceFirst("https:/", ""))) {
            return file == null
                    ? SchemaResolver.Result.empty()
                    : SchemaResolver.Result.fromString(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
