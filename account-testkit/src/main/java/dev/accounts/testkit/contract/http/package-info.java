/**
 * Start with {@link dev.accounts.testkit.contract.http.AccountHttpContract}: proves that a running host answers the HTTP
 * contract.
 */
@NullMarked
package dev.accounts.testkit.contract.http;

import org.jspecify.annotations.NullMarked;
