package dev.accounts.jpa.database;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.hibernate.cfg.Configuration;

/** A resource-local persistence unit that a host builds with Hibernate alone. */
public final class PlainHibernate {

    private PlainHibernate() {}

    /** Maps the library's entities and some of the host, whose tables it creates. */
    public static EntityManagerFactory over(DataSource dataSource, Class<?>... entities) {
        Configuration configuration = new Configuration()
                .addResource("META-INF/account-orm.xml")
                .setProperty("hibernate.hbm2ddl.auto", "update");
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        return configuration.buildSessionFactory();
    }
}
