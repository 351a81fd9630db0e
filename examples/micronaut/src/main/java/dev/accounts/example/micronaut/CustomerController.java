package dev.accounts.example.micronaut;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.model.AccountException;
import dev.accounts.model.Registration;
import dev.accounts.service.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.persistence.EntityManager;

/** The paths of the application itself. */
@Controller
class CustomerController {

    private final Accounts accounts;
    private final EntityManager entityManager;

    CustomerController(Accounts accounts, EntityManager entityManager) {
        this.accounts = accounts;
        this.entityManager = entityManager;
    }

    /** Stores the account and the customer, or neither. */
    @Post("/customers")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Transactional
    String register(String username, String password, String city) {
        long id =
                accounts.service().register(Registration.of(username, password)).id();
        entityManager.persist(new Customer(id, city));
        return "Welcome, " + username;
    }

    @Get("/hello")
    String hello(@RequestAttribute Caller caller) {
        return "Hello, " + caller.identity().username();
    }

    @Error(global = true)
    HttpResponse<?> refuse(AccountException refusal) {
        return AccountFilter.response(AccountHttp.refusal(refusal));
    }
}
