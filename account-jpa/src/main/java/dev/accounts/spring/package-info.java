/**
 * Start with {@link dev.accounts.spring.AccountProperties}: what a Spring Boot application may set. Adding the jar is enough to
 * have {@link dev.accounts.Accounts} and its interfaces as beans; each backs off for a bean of the host.
 *
 * <p>The package needs Spring Boot 3.5 or newer, which the host brings. No other package knows Spring.
 */
@NullMarked
package dev.accounts.spring;

import org.jspecify.annotations.NullMarked;
