package dev.accounts.jpa.growth;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Has a database run a statement and tell how it read the tables.
 *
 * @param prefix what stands before the statement
 * @param read finds the read that an object of the answer describes
 */
record Plans(String prefix, Function<JsonObject, Optional<TableRead>> read) {

    /** Where MariaDB writes bytes in a way that is no JSON. */
    private static final Pattern CONDITION =
            Pattern.compile("(\"\\w*condition\": \").*?(\",?\\n\\s*[\"}\\]])", Pattern.DOTALL);

    private static final Set<String> MARIADB_FULL = Set.of("ALL", "index");

    static Plans of(String product) {
        return switch (FillingSql.of(product)) {
            case POSTGRESQL -> new Plans("explain (analyze, format json) ", Plans::postgresql);
            case MARIADB -> new Plans("analyze format=json ", Plans::mariaDb);
        };
    }

    List<TableRead> reads(String json) {
        List<TableRead> reads = new ArrayList<>();
        collect(JsonParser.parseString(CONDITION.matcher(json).replaceAll("$1$2")), reads);
        return reads;
    }

    private void collect(JsonElement element, List<TableRead> reads) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(part -> collect(part, reads));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            read.apply(object).ifPresent(reads::add);
            object.entrySet().stream().map(Map.Entry::getValue).forEach(part -> collect(part, reads));
        }
    }

    private static Optional<TableRead> postgresql(JsonObject node) {
        if (!node.has("Node Type") || node.get("Node Type").getAsString().equals("ModifyTable")) {
            return Optional.empty();
        }
        String access = node.get("Node Type").getAsString();
        String read = node.has("Relation Name") ? "Relation Name" : "Index Name";
        if (!node.has(read)) {
            return Optional.empty();
        }
        double rows = number(node, "Actual Rows")
                + number(node, "Rows Removed by Filter")
                + number(node, "Rows Removed by Index Recheck");
        long all = Math.round(rows * number(node, "Actual Loops"));
        return Optional.of(new TableRead(node.get(read).getAsString(), access, all, access.equals("Seq Scan")));
    }

    private static Optional<TableRead> mariaDb(JsonObject table) {
        if (!table.has("table_name") || !table.has("access_type")) {
            return Optional.empty();
        }
        String access = table.get("access_type").getAsString();
        long all = Math.round(number(table, "r_rows") * Math.max(1, number(table, "r_loops")));
        return Optional.of(
                new TableRead(table.get("table_name").getAsString(), access, all, MARIADB_FULL.contains(access)));
    }

    private static double number(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? 0 : value.getAsDouble();
    }
}
