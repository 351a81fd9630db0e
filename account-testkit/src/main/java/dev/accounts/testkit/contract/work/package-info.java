/** Start with {@link dev.accounts.testkit.contract.work.UnitOfWorkContract}: what belongs together happens together. */
@NullMarked
package dev.accounts.testkit.contract.work;

import org.jspecify.annotations.NullMarked;
