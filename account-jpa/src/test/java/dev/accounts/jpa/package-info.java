/** Every test that needs a database runs on each of {@link dev.accounts.jpa.database.Databases}. */
@org.jspecify.annotations.NullMarked
package dev.accounts.jpa;
