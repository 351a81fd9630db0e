package dev.accounts.spring;

import dev.accounts.model.AccountException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what controllers of the application did not catch. An advice of the application with a lower order comes first. */
@ControllerAdvice
@Order(0)
final class RefusalAdvice {

    private final AccountRefusals refusals;

    RefusalAdvice(AccountRefusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void send(AccountException refusal, HttpServletResponse response) throws IOException {
        refusals.send(refusal, response);
    }
}
