/**
 * Start with {@link dev.accounts.jpa.internal.entity.UserEntity}. The entities map the tables; none leaves the module.
 *
 * <p>Entities and their keys are public, because some hosts load Hibernate's proxies of them in another class loader. There a
 * proxy does not belong to this package, even if its name says so.
 *
 * <p>Each class that Hibernate generates costs every start. For entities that only statements read and write it generates
 * none: they are abstract and marked {@code ConcreteProxy}. For none does it generate accessors, since the fields are
 * private.
 */
@NullMarked
package dev.accounts.jpa.internal.entity;

import org.jspecify.annotations.NullMarked;
