package dev.accounts.spring;

import org.springframework.beans.FatalBeanException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what the HTTP interface needs. */
final class AccountsMissingFailure extends AbstractFailureAnalyzer<AccountsMissingFailure.Missing> {

    /** {@code accounts.http.enabled} is true, and something that it needs is missing. */
    static final class Missing extends FatalBeanException {

        private static final long serialVersionUID = 1L;

        Missing() {
            super("accounts.http.enabled is true, but the HTTP interface lacks what it needs");
        }
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, Missing cause) {
        return new FailureAnalysis(
                "The account system does not start: " + cause.getMessage() + ".",
                "Give the application one DataSource (of several, one that is @Primary), or a bean of the type AccountStores. With"
                        + " accounts.transactions=host it needs a persistence unit, too, as spring-boot-starter-data-jpa makes it."
                        + " The value of accounts.transactions is own or host. The interface needs a servlet container and Jackson, or"
                        + " a bean of the type AccountJson.",
                cause);
    }
}
