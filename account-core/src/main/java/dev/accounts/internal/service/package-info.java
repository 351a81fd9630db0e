/**
 * Start with {@link dev.accounts.internal.service.AccountAssembly}: the implementations of {@code dev.accounts.service} and
 * how they are put together.
 */
@NullMarked
package dev.accounts.internal.service;

import org.jspecify.annotations.NullMarked;
