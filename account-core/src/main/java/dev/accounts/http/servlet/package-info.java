/**
 * Start with {@link dev.accounts.http.servlet.AccountServlet}: the HTTP contract in any Jakarta servlet container. The package
 * needs {@code jakarta.servlet:jakarta.servlet-api} 6.0 or newer, which the container brings. No other package knows it.
 */
@NullMarked
package dev.accounts.http.servlet;

import org.jspecify.annotations.NullMarked;
