/** Start with {@link dev.accounts.example.javalin.Main}: accounts in a Javalin application. */
@NullMarked
package dev.accounts.example.javalin;

import org.jspecify.annotations.NullMarked;
