package dev.accounts.http;

import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.delegation.PersonalTokenRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Logs users in and out, lists and ends their sessions, and issues personal tokens. */
final class SessionsHttp {

    private SessionsHttp() {}

    /** Issues a token. If the client gives no label, its {@code User-Agent} is used. */
    static HttpReply login(Exchange exchange) {
        Bodies.Login login = exchange.bodies().login(exchange.fields().filledIn());
        String label = exchange.label(login.label());
        return HttpReply.of(200, Wire.issued(exchange.accounts().login(login.username(), login.password(), label)));
    }

    static HttpReply logout(Exchange exchange) {
        exchange.accounts().logout(exchange.token());
        return HttpReply.empty(204);
    }

    static HttpReply logoutAll(Exchange exchange) {
        exchange.accounts().sessions().endAll(exchange.token());
        return HttpReply.empty(204);
    }

    static HttpReply list(Exchange exchange) {
        return HttpReply.of(
                200,
                exchange.accounts().sessions().list(exchange.token()).stream()
                        .map(Wire::session)
                        .toList());
    }

    static HttpReply end(Exchange exchange) {
        return Wire.uuid(exchange.call().route()).map(id -> end(exchange, id)).orElseGet(() -> {
            exchange.caller();
            return Refusals.notFound();
        });
    }

    private static HttpReply end(Exchange exchange, UUID id) {
        return Refusals.unlessFound(exchange.accounts().sessions().end(exchange.token(), id));
    }

    static HttpReply issuePersonal(Exchange exchange) {
        return exchange.answer(fields -> {
            IssuedToken issued = exchange.accounts().sessions().issuePersonal(exchange.token(), personal(fields));
            return HttpReply.of(200, Wire.delegated(issued));
        });
    }

    /** Reads what the owner wants. What the body shows to be wrong is refused before the service looks at the account. */
    private static PersonalTokenRequest personal(Fields fields) {
        Violations violations =
                new Violations(fields.messages(), List.of(Wire.NAME, Wire.SCOPES, Wire.EXPIRES_IN_DAYS));
        fields.formProblem(Wire.NAME).ifPresent(violations::add);
        Set<String> scopes = scopes(fields, violations);
        int most = (int) PersonalTokenRequest.LONGEST.toDays();
        OptionalInt days = WholeNumber.upTo(most, fields, Wire.EXPIRES_IN_DAYS, violations);
        List.of(Wire.NAME, Wire.EXPIRES_IN_DAYS).stream()
                .filter(field -> !fields.has(field))
                .forEach(field -> violations.add(field, "required"));
        violations.throwIfAny();
        return new PersonalTokenRequest(fields.text(Wire.NAME), scopes, Duration.ofDays(days.orElseThrow()));
    }

    /** Reads the codes of permissions; none if the field is missing, and in a form also if it is empty. */
    private static Set<String> scopes(Fields fields, Violations violations) {
        if (!fields.has(Wire.SCOPES)) {
            return Set.of();
        }
        Object given = fields.values().get(Wire.SCOPES);
        if (given == null) {
            violations.add(Wire.SCOPES, "null");
            return Set.of();
        }
        if (!(given instanceof List<?> items)) {
            violations.add(Wire.SCOPES, "not_a_list", PythonType.of(given));
            return Set.of();
        }
        if (items.size() > PersonalTokenRequest.MOST_SCOPES) {
            violations.add(Wire.SCOPES, "too_many", Integer.toString(PersonalTokenRequest.MOST_SCOPES));
            return Set.of();
        }
        return codes(items, fields.ofForm(), violations);
    }

    private static Set<String> codes(List<?> items, boolean ofForm, Violations violations) {
        Set<String> codes = new HashSet<>();
        for (Object item : items) {
            if (!(item instanceof String code)) {
                violations.add(Wire.SCOPES, "not_text");
                return Set.of();
            }
            TextForm.check(violations, Wire.SCOPES, code, Fields.MAX_CODE);
            if (!(ofForm && code.isEmpty())) {
                codes.add(code);
            }
        }
        return codes;
    }
}
