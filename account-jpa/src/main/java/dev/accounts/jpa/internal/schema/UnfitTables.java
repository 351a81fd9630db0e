package dev.accounts.jpa.internal.schema;

import java.util.Optional;
import java.util.Set;

/** Finds tables with names of the library that cannot be completed, because something else created them. */
record UnfitTables(SchemaScript script, PresentSchema present) {

    /** A column that every script of the library creates, and that no other application is likely to have. */
    private static final String OWN_COLUMN = "username_key";

    /** Columns in which texts are different if they differ in case, accents or trailing spaces. */
    private static final Set<String> EXACT = Set.of(
            "account_user.username_key",
            "account_user.email_key",
            "account_user.password_hash",
            "account_group.name",
            "account_permission.code",
            "account_one_time_token.purpose",
            "account_known_source.digest",
            "account_attempt.attempt_key",
            "account_audit.count_key");

    private static final Set<String> EXACT_COLLATIONS =
            Set.of("utf8mb4_nopad_bin", "utf8mb4_0900_bin", "ascii_nopad_bin", "ascii_bin");

    /** Returns what is wrong and what to do about it; empty if nothing is wrong. */
    Optional<String> problem() {
        return missingColumn().or(this::wrongCollation);
    }

    private Optional<String> missingColumn() {
        return script.tables().stream()
                .filter(table -> present.has(table.name()))
                .flatMap(table -> table.columns().keySet().stream()
                        .filter(column -> !present.has(table.name(), column)
                                && !table.additions().containsKey(column))
                        .map(column -> "The table " + table.name() + " has no column " + column + origin(table)))
                .findFirst();
    }

    /** The script creates {@code account_user} first: where it is another table or missing, so are the others. */
    private String origin(ScriptTable table) {
        if (!present.has("account_user", OWN_COLUMN)) {
            return ": the table " + table.name()
                    + " belongs to another application. Give the account library its own schema"
                    + " (on MariaDB and MySQL: its own database).";
        }
        return ": it comes from an earlier development script of the account library, or was changed since. The library"
                + " does not upgrade such tables. Drop all tables of the library, and run " + script
                + " in the account-jpa jar, or call AccountSchema.of(dataSource).createIfMissing().";
    }

    private Optional<String> wrongCollation() {
        return script.setsCollations()
                ? EXACT.stream()
                        .sorted()
                        .flatMap(name -> wrongCollation(name).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> wrongCollation(String name) {
        String[] tableAndColumn = name.split("\\.", 2);
        return present.column(tableAndColumn[0], tableAndColumn[1])
                .map(PresentSchema.Column::collation)
                .filter(collation -> !EXACT_COLLATIONS.contains(collation))
                .map(collation ->
                        name + " has the collation " + collation + ", which does not compare exactly: these tables"
                                + " were created by Hibernate and not by the script. Drop all tables of the account library. Then"
                                + " run " + script + " in the account-jpa jar, or call"
                                + " AccountSchema.of(dataSource).createIfMissing(), before the persistence unit is built, with"
                                + " hibernate.hbm2ddl.auto set to none, validate or update.");
    }
}
