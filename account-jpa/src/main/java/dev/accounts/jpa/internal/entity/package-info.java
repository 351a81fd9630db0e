/**
 * Start with {@link dev.accounts.jpa.internal.entity.UserEntity}. The entities map the tables; none leaves the module.
 *
 * <p>Entities and their keys are public, because some hosts load Hibernate's proxies of them in another class loader. There a
 * proxy does not belong to this package, even if its name says so.
 */
@NullMarked
package dev.accounts.jpa.internal.entity;

import org.jspecify.annotations.NullMarked;
