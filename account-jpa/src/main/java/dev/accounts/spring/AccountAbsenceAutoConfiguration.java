package dev.accounts.spring;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Refuses to start an application that wants the HTTP interface and lacks what it needs: its paths would answer 404. */
@AutoConfiguration(after = AccountHttpAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "accounts.http.enabled", havingValue = "true")
@ConditionalOnMissingBean(name = "accounts.servletRegistration")
public final class AccountAbsenceAutoConfiguration {

    /** For Spring. */
    public AccountAbsenceAutoConfiguration() {}

    @Bean
    static BeanFactoryPostProcessor accountAbsence() {
        return beans -> {
            throw new AccountsMissingFailure.Missing();
        };
    }
}
