/** Start with {@link dev.accounts.example.shared.Customers}: a row of the application and an account commit together. */
@NullMarked
package dev.accounts.example.shared;

import org.jspecify.annotations.NullMarked;
