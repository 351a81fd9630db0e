/** How many statements and transactions each operation costs. */
@NullMarked
package dev.accounts.jpa.cost;

import org.jspecify.annotations.NullMarked;
