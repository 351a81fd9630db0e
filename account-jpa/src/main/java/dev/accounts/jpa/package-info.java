/**
 * Start with {@link dev.accounts.jpa.JpaAccountStores}: accounts remembered through Jakarta Persistence and Hibernate.
 *
 * <p>Besides the door there are {@link dev.accounts.jpa.spi.AccountTransactions}, which a host implements to have accounts
 * change in its own transactions, {@link dev.accounts.jpa.AccountSchema}, which creates the tables, and {@link
 * dev.accounts.jpa.django.DjangoImport}, which brings accounts from Django. Entities never leave the package.
 */
@NullMarked
package dev.accounts.jpa;

import org.jspecify.annotations.NullMarked;
