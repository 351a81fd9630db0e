/**
 * Start with {@link dev.accounts.jpa.internal.django.DjangoDatabase}, which reads the tables of a Django application that
 * {@link dev.accounts.jpa.internal.django.DjangoTables} finds.
 */
@NullMarked
package dev.accounts.jpa.internal.django;

import org.jspecify.annotations.NullMarked;
