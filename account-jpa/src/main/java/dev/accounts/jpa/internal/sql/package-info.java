/**
 * Start with {@link dev.accounts.jpa.internal.sql.TokenOwnerQuery}. The package has the statements in plain SQL that run on a
 * connection: those of each request and each login, where Hibernate's query language would cost too much.
 */
@NullMarked
package dev.accounts.jpa.internal.sql;

import org.jspecify.annotations.NullMarked;
