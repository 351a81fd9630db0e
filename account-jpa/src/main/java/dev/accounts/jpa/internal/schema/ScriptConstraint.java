package dev.accounts.jpa.internal.schema;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key or a check that the script declares.
 *
 * @param name its name
 * @param definition the text after the name
 */
record ScriptConstraint(String name, String definition) {

    private static final Pattern CONSTRAINT = Pattern.compile("constraint (\\w+) (.*)", Pattern.DOTALL);
    private static final Pattern COLUMNS = Pattern.compile("\\((.*?)\\)");
    private static final Pattern REFERENCES = Pattern.compile("references (\\w+)");

    static Optional<ScriptConstraint> parse(String line) {
        Matcher constraint = CONSTRAINT.matcher(line);
        return constraint.matches()
                ? Optional.of(new ScriptConstraint(constraint.group(1), constraint.group(2)))
                : Optional.empty();
    }

    boolean isPrimaryKey() {
        return definition.startsWith("primary key");
    }

    boolean isUnique() {
        return isPrimaryKey() || definition.startsWith("unique");
    }

    boolean isForeignKey() {
        return definition.startsWith("foreign key");
    }

    boolean cascades() {
        return definition.endsWith("on delete cascade");
    }

    /** Returns the columns of a key. */
    Set<String> columns() {
        return new TreeSet<>(Set.of(first(COLUMNS).split(", ", -1)));
    }

    /** Returns the table that a foreign key refers to. */
    String references() {
        return first(REFERENCES);
    }

    private String first(Pattern pattern) {
        Matcher matcher = pattern.matcher(definition);
        if (!matcher.find()) {
            throw new IllegalStateException("the constraint " + name + " does not contain " + pattern);
        }
        return matcher.group(1);
    }
}
