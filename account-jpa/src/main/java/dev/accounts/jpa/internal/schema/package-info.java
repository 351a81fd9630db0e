/**
 * Start with {@link dev.accounts.jpa.internal.schema.SchemaCheck}: the scripts that create the tables, and the check that
 * they were run.
 */
@NullMarked
package dev.accounts.jpa.internal.schema;

import org.jspecify.annotations.NullMarked;
