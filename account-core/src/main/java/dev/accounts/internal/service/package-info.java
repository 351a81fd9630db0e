/**
 * Start with {@link dev.accounts.internal.service.AccountAssembly}: the implementations of {@code dev.accounts.service} and
 * their assembly.
 */
@NullMarked
package dev.accounts.internal.service;

import org.jspecify.annotations.NullMarked;
