package dev.accounts.spring;

import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Has the tables created before Hibernate validates them: each persistence unit is built after {@link AccountTables}. */
final class TablesBeforeUnits implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String[] tables = beans.getBeanNamesForType(AccountTables.class, true, false);
        for (String unit : beans.getBeanNamesForType(EntityManagerFactory.class, true, false)) {
            BeanDefinition definition = beans.getBeanDefinition(BeanFactoryUtils.transformedBeanName(unit));
            String[] before = Objects.requireNonNullElse(definition.getDependsOn(), new String[0]);
            definition.setDependsOn(
                    Stream.concat(Arrays.stream(before), Arrays.stream(tables)).toArray(String[]::new));
        }
    }
}
