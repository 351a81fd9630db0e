package dev.accounts.jpa.internal.schema;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table that the script declares.
 *
 * @param name its name
 * @param create the statement that creates it
 * @param columns the definitions of its columns, by column name; those that a later script adds included
 * @param additions the statements that add columns, by column name
 * @param constraints its keys and checks
 * @param indexes the statements that create its indexes, by index name
 */
record ScriptTable(
        String name,
        String create,
        Map<String, String> columns,
        Map<String, String> additions,
        List<ScriptConstraint> constraints,
        Map<String, String> indexes) {

    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*)\\n\\)[^)]*", Pattern.DOTALL);
    private static final Pattern ADDITION = Pattern.compile("alter table (\\w+) add column (\\w+) (.*)");
    private static final Pattern INDEX = Pattern.compile("create index (\\w+) on (\\w+) .*");

    /** The script indents each column and constraint by four spaces, and continuation lines by eight. */
    private static final String NEXT = ",?\\n {4}(?=\\w)";

    static List<ScriptTable> allOf(List<String> statements) {
        return statements.stream()
                .map(TABLE::matcher)
                .filter(Matcher::matches)
                .map(table ->
                        of(table, indexes(table.group(1), statements)).with(additions(table.group(1), statements)))
                .toList();
    }

    private static List<Matcher> additions(String table, List<String> statements) {
        return statements.stream()
                .map(ADDITION::matcher)
                .filter(addition -> addition.matches() && addition.group(1).equals(table))
                .toList();
    }

    private ScriptTable with(List<Matcher> added) {
        Map<String, String> all = new LinkedHashMap<>(columns);
        Map<String, String> statements = new LinkedHashMap<>();
        added.forEach(addition -> {
            all.put(addition.group(2), addition.group(3));
            statements.put(addition.group(2), addition.group());
        });
        return new ScriptTable(name, create, all, statements, constraints, indexes);
    }

    private static Map<String, String> indexes(String table, List<String> statements) {
        return statements.stream()
                .map(INDEX::matcher)
                .filter(index -> index.matches() && index.group(2).equals(table))
                .collect(toMap(index -> index.group(1), Matcher::group, (one, other) -> one, LinkedHashMap::new));
    }

    private static ScriptTable of(Matcher table, Map<String, String> indexes) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<ScriptConstraint> constraints = new ArrayList<>();
        for (String line : table.group(2).split(NEXT, -1)) {
            Optional<ScriptConstraint> constraint = ScriptConstraint.parse(line);
            constraint.ifPresent(constraints::add);
            if (constraint.isEmpty() && !line.isBlank()) {
                String[] nameAndDefinition = line.split(" ", 2);
                columns.put(nameAndDefinition[0], nameAndDefinition[1]);
            }
        }
        return new ScriptTable(table.group(1), table.group(), columns, Map.of(), constraints, indexes);
    }

    /** Returns the name of the table if a database lacks it, or else the names of the columns of later scripts that it lacks. */
    Stream<String> missingIn(PresentSchema present) {
        return present.has(name)
                ? additions.keySet().stream()
                        .filter(column -> !present.has(name, column))
                        .map(column -> name + "." + column)
                : Stream.of(name);
    }

    List<ScriptConstraint> constraints(Predicate<ScriptConstraint> which) {
        return constraints.stream().filter(which).toList();
    }
}
