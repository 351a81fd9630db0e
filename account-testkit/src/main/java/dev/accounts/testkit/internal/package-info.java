/**
 * Start with {@link dev.accounts.testkit.internal.ServiceFixture}: what several contracts share.
 */
@NullMarked
package dev.accounts.testkit.internal;

import org.jspecify.annotations.NullMarked;
