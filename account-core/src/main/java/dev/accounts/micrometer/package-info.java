/**
 * Start with {@link dev.accounts.micrometer.AccountMetrics}: metrics for hosts that use Micrometer.
 *
 * <p>The dependency is optional, and no other package refers to this one.
 */
@NullMarked
package dev.accounts.micrometer;

import org.jspecify.annotations.NullMarked;
