package dev.accounts.spring;

import static java.util.Objects.requireNonNull;

import dev.accounts.http.AccountHttp;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Serves the OpenAPI document of the contract, with the place where the application serves it. */
final class OpenApiServlet extends HttpServlet {

    static final String PATH = "/auth/openapi.json";

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String document;
    private final String path;

    private OpenApiServlet(String document, String path) {
        this.document = document;
        this.path = path;
    }

    static OpenApiServlet below(String path) throws IOException {
        try (InputStream source = requireNonNull(AccountHttp.class.getResourceAsStream("openapi.json"))) {
            return new OpenApiServlet(new String(source.readAllBytes(), StandardCharsets.UTF_8), path);
        }
    }

    /** Answers other methods without the error page of the application, which fails on a form with files. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String server = request.getContextPath() + path;
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(server.isEmpty() ? document : at(server));
    }

    private String at(String server) {
        String url = server.replace("\\", "").replace("\"", "");
        return "{\"servers\":[{\"url\":\"" + url + "\"}]," + document.substring(document.indexOf('{') + 1);
    }
}
