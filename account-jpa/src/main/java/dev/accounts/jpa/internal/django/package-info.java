/**
 * Start with {@link dev.accounts.jpa.internal.django.DjangoDatabase}, which reads the tables of a Django application that
 * {@link dev.accounts.jpa.internal.django.DjangoTables} finds. {@link dev.accounts.jpa.internal.django.ImportSql} runs the
 * statements of an import, on both sides.
 */
@NullMarked
package dev.accounts.jpa.internal.django;

import org.jspecify.annotations.NullMarked;
