/**
 * Start with {@link dev.accounts.jpa.docs.DocsTest}: compiles and runs the Java of README.md and of the pages in {@code docs/}.
 */
@NullMarked
package dev.accounts.jpa.docs;

import org.jspecify.annotations.NullMarked;
