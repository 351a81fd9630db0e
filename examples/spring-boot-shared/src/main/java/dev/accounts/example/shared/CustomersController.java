package dev.accounts.example.shared;

import dev.accounts.model.Identity;
import dev.accounts.model.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The application's own paths. */
@RestController
@RequestMapping(path = "/customers", produces = "application/json")
class CustomersController {

    private final Customers customers;

    CustomersController(Customers customers) {
        this.customers = customers;
    }

    /** What a client sends. */
    record Wanted(
            @Nullable String username,
            @Nullable String password,
            @Nullable String company) {

        @Override
        public String toString() {
            return "Wanted[username=" + username + ", password=***, company=" + company + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> register(@RequestBody Wanted wanted, HttpServletRequest request) {
        String client = request.getRemoteAddr();
        User user = customers.register(client, wanted.username(), wanted.password(), wanted.company());
        return Map.of("id", user.id());
    }

    @GetMapping("/me")
    Map<String, Object> me(@AuthenticationPrincipal Identity caller) {
        return Map.of("username", caller.username(), "company", customers.companyOf(caller.id()));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('customers.read')")
    List<String> all() {
        return customers.companies();
    }
}
