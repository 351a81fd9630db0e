/**
 * Start with {@link dev.accounts.AccountsBuilder}: where a host puts an account system together.
 *
 * <p>{@code service} holds what a host calls, {@code policy} what it may set, {@code password} how passwords are hashed,
 * {@code model} the values and refusals, {@code spi} what an adapter or a host implements, and {@code http} the HTTP contract for
 * any web framework. Packages named {@code internal} are not part of the API.
 */
@NullMarked
package dev.accounts;

import org.jspecify.annotations.NullMarked;
