package dev.accounts.example.servlet;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.model.AccountException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.service.Caller;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A path of the application, for callers with a permission. */
final class OrdersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient AccountHttp http;

    OrdersServlet(AccountHttp http) {
        this.http = http;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Caller caller = http.identify(request.getHeader("Authorization"));
            if (!caller.has("orders.read")) {
                throw new PermissionDeniedException("orders.read");
            }
            response.getWriter().print("No orders yet, " + caller.identity().username());
        } catch (AccountException refusal) {
            AccountServlet.send(AccountHttp.refusal(refusal), Main.JSON::writeValueAsString, response);
        }
    }
}
