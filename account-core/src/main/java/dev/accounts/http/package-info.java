/**
 * Start with {@link dev.accounts.http.AccountHttp}: the HTTP contract of the account system, for any web framework.
 *
 * <p>A host turns its request into an {@link dev.accounts.http.HttpCall} and the {@link dev.accounts.http.HttpReply} into
 * its response. The package has no servlet and no JSON types. The host's own mapper reads and writes JSON.
 */
@NullMarked
package dev.accounts.http;

import org.jspecify.annotations.NullMarked;
