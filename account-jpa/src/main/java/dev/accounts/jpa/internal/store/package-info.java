/**
 * Start with {@link dev.accounts.jpa.internal.store.JpaUserStore}. The package has one class for each store interface,
 * and one for each statement in Hibernate's query language that is hard to get right.
 */
@NullMarked
package dev.accounts.jpa.internal.store;

import org.jspecify.annotations.NullMarked;
