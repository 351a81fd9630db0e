package dev.accounts.http;

import dev.accounts.Accounts;
import dev.accounts.model.Identity;
import dev.accounts.model.InvalidInputException;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import java.util.function.Consumer;

/**
 * One call of an operation, and what it is answered with.
 *
 * @param token the value of the token; empty where none is needed
 */
record Exchange(Accounts system, Bodies bodies, HttpCall call, String token) {

    AccountService accounts() {
        return system.service();
    }

    AccountAdministration administration() {
        return system.administration();
    }

    Identity caller() {
        return accounts().me(token);
    }

    /** The fields of the body. Whoever needs a token and has none hears of that, and not of a body that is none. */
    Fields fields() {
        try {
            return bodies.fields(call.body());
        } catch (UnreadableBodyException unreadable) {
            if (!token.isEmpty()) {
                caller();
            }
            throw unreadable;
        }
    }

    /** Has something done by the fields of the body, and answers with 204. */
    HttpReply done(Consumer<Fields> action) {
        Fields fields = fields();
        try {
            action.accept(fields);
        } catch (InvalidInputException refusal) {
            throw fields.reworded(refusal);
        }
        return HttpReply.empty(204);
    }

    @Override
    public String toString() {
        return "Exchange[" + call + "]";
    }
}
