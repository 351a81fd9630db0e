/** Start with {@link dev.accounts.example.siege.SiegeTest}: strangers throw at the application what they can. */
@NullMarked
package dev.accounts.example.siege;

import org.jspecify.annotations.NullMarked;
