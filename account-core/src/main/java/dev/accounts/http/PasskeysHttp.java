package dev.accounts.http;

import dev.accounts.model.factor.Passkey;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.service.Passkeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers, renames and removes passkeys, and logs owners in by them alone. */
final class PasskeysHttp {

    private PasskeysHttp() {}

    static HttpReply beginRegistration(Exchange exchange) {
        return begun(passkeys(exchange).beginRegistration(exchange.token()));
    }

    static HttpReply register(Exchange exchange) {
        return exchange.answer(fields -> {
            String name = fields.optionalText(Wire.NAME);
            PasskeyAnswer answer = fields.passkey();
            return FactorsHttp.enrolled(passkeys(exchange)
                    .register(
                            exchange.token(), answer == null ? null : answer.registration(), name == null ? "" : name));
        });
    }

    /** Renames or removes a passkey. A malformed id is answered like that of another owner's passkey. */
    static HttpReply change(Exchange exchange) {
        Optional<UUID> id = Wire.uuid(exchange.call().route());
        return exchange.call().method().equals("DELETE") ? remove(exchange, id) : rename(exchange, id);
    }

    private static HttpReply remove(Exchange exchange, Optional<UUID> id) {
        if (id.isEmpty()) {
            exchange.owner();
            return Refusals.notFound();
        }
        return Refusals.unlessFound(passkeys(exchange).remove(exchange.token(), id.get()));
    }

    private static HttpReply rename(Exchange exchange, Optional<UUID> id) {
        return exchange.answer(fields -> {
            String name = fields.requiredText(Wire.NAME);
            return Refusals.unlessFound(id.isPresent() && passkeys(exchange).rename(exchange.token(), id.get(), name));
        });
    }

    static HttpReply beginConfirmation(Exchange exchange) {
        return begun(passkeys(exchange).beginConfirmation(exchange.token()));
    }

    static HttpReply beginLogin(Exchange exchange) {
        return begun(passkeys(exchange).beginLogin());
    }

    /** Issues a token. If the client gives no label, its {@code User-Agent} is used, as at a login. */
    static HttpReply login(Exchange exchange) {
        return exchange.answer(fields -> {
            String label = exchange.label(fields.optionalText(Wire.LABEL));
            return HttpReply.of(200, Wire.issued(passkeys(exchange).login(assertion(fields), label)));
        });
    }

    /** Returns the answer of the browser; null if the field is missing or no object, so that the service refuses it. */
    static @Nullable PasskeyAssertion assertion(Fields fields) {
        PasskeyAnswer answer = fields.passkey();
        return answer == null ? null : answer.assertion();
    }

    static Map<String, @Nullable Object> listed(Passkey passkey) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", passkey.id().toString());
        body.put(Wire.NAME, passkey.name());
        body.put("synced", passkey.synced());
        body.put("created_at", Wire.timestamp(passkey.createdAt()));
        body.put("last_used_at", passkey.lastUsedAt().map(Wire::timestamp).orElse(null));
        return body;
    }

    private static HttpReply begun(PasskeyOptions options) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("public_key", options.publicKey());
        body.put("expires_at", Wire.timestamp(options.expiresAt()));
        return HttpReply.of(200, body);
    }

    private static Passkeys passkeys(Exchange exchange) {
        return exchange.accounts().factors().passkeys();
    }
}
