/** Start with {@link dev.accounts.example.quarkus.AccountBeans}: accounts in the persistence unit of a Quarkus application. */
@NullMarked
package dev.accounts.example.quarkus;

import org.jspecify.annotations.NullMarked;
