/**
 * Start with {@link dev.accounts.Accounts}: where a host assembles an account system.
 *
 * <ul>
 *   <li>{@code service} holds what a host calls.
 *   <li>{@code policy} holds what a host may set.
 *   <li>{@code password} hashes passwords.
 *   <li>{@code model} holds the values and the exceptions.
 *   <li>{@code spi} holds what an adapter or a host implements.
 *   <li>{@code http} holds the HTTP contract for any web framework.
 *   <li>{@code micrometer} counts events for hosts that use Micrometer.
 * </ul>
 *
 * <p>Packages named {@code internal} are not part of the API.
 */
@NullMarked
package dev.accounts;

import org.jspecify.annotations.NullMarked;
