/**
 * Start with {@link dev.accounts.jpa.internal.schema.SchemaCheck}, which refuses tables that do not fit the stores, and
 * {@link dev.accounts.jpa.internal.schema.SchemaCompletion}, which adds what is missing. Both compare the database with
 * the script.
 */
@NullMarked
package dev.accounts.jpa.internal.schema;

import org.jspecify.annotations.NullMarked;
