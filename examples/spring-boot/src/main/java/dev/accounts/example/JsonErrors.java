package dev.accounts.example;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Writes errors that no controller answers as JSON, without their causes.
 *
 * <p>It is a part of Tomcat, so that requests which Tomcat refuses before Spring sees them get the same answer. Public
 * because Tomcat instantiates it by its name.
 */
public class JsonErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/json");
            response.getReporter().write("{\"detail\":\"" + status.getReasonPhrase() + ".\"}");
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("The client did not wait for an error.", gone);
        }
    }
}
