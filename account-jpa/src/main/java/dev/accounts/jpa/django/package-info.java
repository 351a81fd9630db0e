/** Start with {@link dev.accounts.jpa.django.DjangoImport}, which copies accounts from a Django database. */
@NullMarked
package dev.accounts.jpa.django;

import org.jspecify.annotations.NullMarked;
