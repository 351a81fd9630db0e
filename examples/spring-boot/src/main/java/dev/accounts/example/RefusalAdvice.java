package dev.accounts.example;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refusals on the application's own paths as the library answers them on its paths. */
@RestControllerAdvice
class RefusalAdvice {

    @ExceptionHandler
    ResponseEntity<Object> answer(AccountException refusal) {
        HttpReply reply = AccountHttp.refusal(refusal);
        return ResponseEntity.status(reply.status())
                .headers(headers -> reply.headers().forEach(headers::set))
                .body(reply.body());
    }
}
