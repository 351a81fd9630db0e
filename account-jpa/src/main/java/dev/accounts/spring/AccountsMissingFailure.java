package dev.accounts.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what the HTTP interface needs. */
final class AccountsMissingFailure extends AbstractFailureAnalyzer<AccountsMissingException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, AccountsMissingException cause) {
        return new FailureAnalysis(
                "The account system does not start: " + cause.getMessage() + ".",
                "Give the application one DataSource (of several, one that is @Primary), or a bean of the type AccountStores. With"
                        + " accounts.transactions=host it needs a persistence unit, too, as spring-boot-starter-data-jpa makes it."
                        + " The value of accounts.transactions is own or host. The interface needs a servlet container and Jackson, or"
                        + " a bean of the type AccountJson.",
                cause);
    }
}
