package dev.accounts.example.servlet;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.h2.jdbcx.JdbcConnectionPool;
import tools.jackson.databind.json.JsonMapper;

/** Serves the accounts in Tomcat, on an embedded database. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        JdbcConnectionPool database =
                JdbcConnectionPool.create("jdbc:h2:./account-example-data/accounts;WRITE_DELAY=0", "sa", "");
        AccountSchema.of(database).createIfMissing();
        Tomcat tomcat = started(8080, Accounts.over(JpaAccountStores.over(database)));
        tomcat.getServer().await();
    }

    static Tomcat started(int port, Accounts accounts) throws LifecycleException {
        JsonMapper json = new JsonMapper();
        AccountServlet servlet = AccountServlet.over(
                AccountHttp.over(accounts), text -> json.readValue(text, Object.class), json::writeValueAsString);
        Tomcat tomcat = new Tomcat();
        tomcat.setPort(port);
        Wrapper wrapper = Tomcat.addServlet(tomcat.addContext("", null), "accounts", servlet);
        wrapper.setMultipartConfigElement(AccountServlet.multipartConfig());
        wrapper.addMapping("/*");
        tomcat.getConnector();
        tomcat.start();
        return tomcat;
    }
}
