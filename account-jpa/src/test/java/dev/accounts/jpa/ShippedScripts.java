package dev.accounts.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accounts.jpa.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The schema scripts of the jar. */
final class ShippedScripts {

    private ShippedScripts() {}

    /** The statements of scripts for a database, in order. */
    static List<String> statements(TestDatabase database, String... names) throws IOException {
        List<String> statements = new ArrayList<>();
        for (String name : names) {
            Stream.of(text(database, name).replaceAll("(?m)^--.*$", "").split(";"))
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .forEach(statements::add);
        }
        return statements;
    }

    private static String text(TestDatabase database, String name) throws IOException {
        String folder = database.product().toLowerCase(Locale.ROOT);
        try (InputStream script = AccountSchema.class.getResourceAsStream("schema/" + folder + "/" + name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
