/** Start with {@link dev.accounts.example.quarkus.AccountBeans}: accounts in the persistence unit and transactions of Quarkus. */
@NullMarked
package dev.accounts.example.quarkus;

import org.jspecify.annotations.NullMarked;
