/**
 * Start with {@link dev.accounts.jpa.internal.entity.UserEntity}. The entities map the tables; none leaves the module.
 */
@NullMarked
package dev.accounts.jpa.internal.entity;

import org.jspecify.annotations.NullMarked;
