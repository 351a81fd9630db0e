/**
 * Start with {@link dev.accounts.jpa.JpaAccountStores}, which stores accounts through Jakarta Persistence and
 * Hibernate.
 *
 * <p>A host implements {@link dev.accounts.jpa.spi.AccountTransactions} to change accounts in its own transactions.
 * {@link dev.accounts.jpa.AccountSchema} creates the tables, and {@link dev.accounts.jpa.django.DjangoImport} imports
 * accounts from Django. No entity leaves the module.
 */
@NullMarked
package dev.accounts.jpa;

import org.jspecify.annotations.NullMarked;
