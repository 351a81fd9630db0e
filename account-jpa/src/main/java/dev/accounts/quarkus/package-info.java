/**
 * Start with {@link dev.accounts.quarkus.QuarkusTransactions}: the account system in the persistence unit and the transactions of
 * a Quarkus application. {@link dev.accounts.quarkus.AccountRoutes} serves the HTTP contract, {@link
 * dev.accounts.quarkus.AccountTokenMechanism} opens the application's own paths to tokens, {@link
 * dev.accounts.quarkus.RefusalMapper} answers refusals there.
 *
 * <p>No class here is a bean: the application names in one line each what it wants. So a class needs its extension of Quarkus only
 * where it is named. The package needs Quarkus 3, which the host brings. No other package knows Quarkus.
 */
@NullMarked
package dev.accounts.quarkus;

import org.jspecify.annotations.NullMarked;
