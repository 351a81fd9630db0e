package dev.accounts.jpa.internal.schema;

import java.util.Optional;
import java.util.Set;

/** Tables under the library's names that cannot be completed, because something else created them. */
record UnfitTables(SchemaScript script, PresentSchema present) {

    /** A name that no other application is likely to give a column; every script of the library had it. */
    private static final String OWN_COLUMN = "username_key";

    /** Texts in them must not be taken for equal if they differ in case, accents or spaces at the end. */
    private static final Set<String> EXACT = Set.of(
            "account_user.username_key",
            "account_user.email_key",
            "account_user.password_hash",
            "account_token.digest",
            "account_token.id",
            "account_group.name",
            "account_permission.code",
            "account_one_time_token.digest",
            "account_one_time_token.purpose",
            "account_attempt.attempt_key");

    private static final Set<String> EXACT_COLLATIONS =
            Set.of("utf8mb4_nopad_bin", "utf8mb4_0900_bin", "ascii_nopad_bin", "ascii_bin");

    /** What is wrong with them and what to do; empty if there are none. */
    Optional<String> problem() {
        return missingColumn().or(this::wrongCollation);
    }

    private Optional<String> missingColumn() {
        return script.tables().stream()
                .filter(table -> present.has(table.name()))
                .flatMap(table -> table.columns().keySet().stream()
                        .filter(column -> !present.has(table.name(), column))
                        .map(column -> "The table " + table.name() + " has no column " + column + origin()))
                .findFirst();
    }

    private String origin() {
        if (present.has("account_user") && !present.has("account_user", OWN_COLUMN)) {
            return ": the table account_user belongs to another application. Let the account library have another schema"
                    + " (on MariaDB and MySQL: another database) for its tables.";
        }
        return ": it comes from an earlier development script of the account library, or was changed since. Nothing"
                + " upgrades such tables. Drop all tables of the library, and run " + script
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
