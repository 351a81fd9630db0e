/**
 * Start with {@link dev.accounts.jpa.beside.Host}: the library in persistence units, databases and pools that a host has set up
 * in its own way.
 */
@NullMarked
package dev.accounts.jpa.beside;

import org.jspecify.annotations.NullMarked;
