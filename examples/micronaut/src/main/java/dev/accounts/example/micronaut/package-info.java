/** Start with {@link dev.accounts.example.micronaut.Main}: accounts in the transactions of a Micronaut application. */
@NullMarked
package dev.accounts.example.micronaut;

import org.jspecify.annotations.NullMarked;
