/** How the work of a statement grows with the number of users: {@link dev.accounts.jpa.growth.IndexUseTest}. */
@NullMarked
package dev.accounts.jpa.growth;

import org.jspecify.annotations.NullMarked;
