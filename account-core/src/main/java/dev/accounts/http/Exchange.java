package dev.accounts.http;

import dev.accounts.Accounts;
import dev.accounts.model.Identity;
import dev.accounts.model.InvalidInputException;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation, with the account system that answers it.
 *
 * @param token the value of the token; empty if the operation needs no token
 * @param created the status that answers a registration
 */
record Exchange(Accounts system, Bodies bodies, HttpCall call, String token, int created) {

    AccountService accounts() {
        return system.service();
    }

    AccountAdministration administration() {
        return system.administration();
    }

    /** Identifies the owner of the token, who may yet have to enrol a second factor. */
    Identity owner() {
        return accounts().me(token);
    }

    Identity caller() {
        return accounts().caller(token).identity();
    }

    /** Reads the fields of the body. A bad token is reported first, so that only callers with a good one have a body parsed. */
    Fields fields() {
        if (!token.isEmpty()) {
            owner();
        }
        return bodies.fields(call.body().get());
    }

    /** Runs an action with the fields of the body, and answers 204. */
    HttpReply done(Consumer<Fields> action) {
        return answerAsGiven(fields -> {
            action.accept(fields);
            return HttpReply.empty(204);
        });
    }

    /** Answers by an action with all fields of the body, those that were left empty included. */
    HttpReply answerAsGiven(Function<Fields, HttpReply> action) {
        return answer(fields(), action);
    }

    /** Answers by an action with the fields of the body that were filled in. */
    HttpReply answer(Function<Fields, HttpReply> action) {
        return answer(fields().filledIn(), action);
    }

    private static HttpReply answer(Fields fields, Function<Fields, HttpReply> action) {
        try {
            return action.apply(fields);
        } catch (InvalidInputException refusal) {
            throw fields.reworded(refusal);
        }
    }

    /** Returns the label of a new token: the one that the client gives, else its {@code User-Agent}. */
    String label(@Nullable String given) {
        return given == null ? call.headerValue("User-Agent") : given;
    }

    @Override
    public String toString() {
        return "Exchange[" + call + "]";
    }
}
