package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountPropertiesTest {

    private static JsonArray described() throws IOException {
        try (InputStream source =
                AccountProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return JsonParser.parseReader(new InputStreamReader(source, StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .getAsJsonArray("properties");
        }
    }

    private static String text(JsonElement property, String name) {
        JsonElement value = property.getAsJsonObject().get(name);
        return value == null ? "" : value.getAsString();
    }

    @Test
    void editors_know_every_setting_with_a_description() throws IOException {
        assertThat(described())
                .hasSizeGreaterThan(25)
                .allSatisfy(property -> assertThat(text(property, "description"))
                        .as(text(property, "name"))
                        .isNotBlank()
                        .doesNotContain("{@"));
    }

    @Test
    void the_page_about_settings_names_every_setting() throws IOException {
        String page = Files.readString(Path.of("../docs/settings.md"));
        List<String> names = described().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map((JsonObject property) -> text(property, "name"))
                .toList();

        assertThat(names)
                .allSatisfy(name ->
                        assertThat(page).containsAnyOf("`" + name, "`" + name.substring(name.lastIndexOf('.'))));
    }
}
