/** Start with {@link dev.accounts.example.servlet.Main}: accounts in an embedded servlet container. */
@NullMarked
package dev.accounts.example.servlet;

import org.jspecify.annotations.NullMarked;
