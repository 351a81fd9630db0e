/**
 * Start with {@link dev.accounts.internal.enrolment.TotpEnrolments}: how second factors come to an account and leave it.
 */
@NullMarked
package dev.accounts.internal.enrolment;

import org.jspecify.annotations.NullMarked;
