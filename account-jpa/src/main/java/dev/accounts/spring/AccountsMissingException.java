package dev.accounts.spring;

import org.springframework.beans.FatalBeanException;

/** {@code accounts.http.enabled} is true, and something that it needs is missing. */
final class AccountsMissingException extends FatalBeanException {

    private static final long serialVersionUID = 1L;

    AccountsMissingException() {
        super("accounts.http.enabled is true, but the HTTP interface lacks what it needs");
    }
}
