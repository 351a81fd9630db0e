package dev.accounts.jpa;

import jakarta.servlet.ServletContext;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat with its defaults, except that a connection stays open for any number of requests. */
final class LocalTomcat {

    private LocalTomcat() {}

    /** Returns the port of a new server. */
    static int start(Consumer<ServletContext> servlets) {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer((classes, started) -> servlets.accept(started), null);
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        return tomcat.getConnector().getLocalPort();
    }
}
