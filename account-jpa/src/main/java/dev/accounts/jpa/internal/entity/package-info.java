/**
 * Start with {@link dev.accounts.jpa.internal.entity.UserEntity}: how the tables are mapped. No entity leaves the module.
 */
@NullMarked
package dev.accounts.jpa.internal.entity;

import org.jspecify.annotations.NullMarked;
