package dev.accounts.http;

import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.RecoveryCodes;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Factors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completes logins by second factors, confirms owners, and enrols and removes factors. */
final class FactorsHttp {

    static final String FACTORS = "factors/";

    private FactorsHttp() {}

    /** Issues a token. If the client gives no label, its {@code User-Agent} is used, as at a login. */
    static HttpReply completeLogin(Exchange exchange) {
        return exchange.answer(fields -> {
            IssuedToken issued = factors(exchange)
                    .completeLogin(
                            fields.text(Wire.CHALLENGE), factor(fields), exchange.label(fields.text(Wire.LABEL)));
            return HttpReply.of(200, Wire.issued(issued));
        });
    }

    static HttpReply confirm(Exchange exchange) {
        return exchange.answer(fields -> {
            boolean isFactor = fields.has(Wire.PASSKEY) || fields.has(Wire.RECOVERY_CODE) || fields.has(Wire.CODE);
            Proof proof = isFactor ? factor(fields) : Proof.password(fields.text(Wire.CURRENT_PASSWORD));
            return HttpReply.of(200, Wire.issued(exchange.accounts().confirm(exchange.token(), proof)));
        });
    }

    /** Reads the proof of a factor. Of several, the passkey counts before the recovery code, and this before the code. */
    private static Proof factor(Fields fields) {
        if (fields.has(Wire.PASSKEY)) {
            return Proof.passkey(PasskeysHttp.assertion(fields));
        }
        return fields.has(Wire.RECOVERY_CODE)
                ? Proof.recoveryCode(fields.text(Wire.RECOVERY_CODE))
                : Proof.totp(fields.text(Wire.CODE));
    }

    static HttpReply list(Exchange exchange) {
        EnrolledFactors factors = factors(exchange).list(exchange.token());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("totp_since", factors.totpSince().map(Wire::timestamp).orElse(null));
        body.put(
                "passkeys",
                factors.passkeys().stream().map(PasskeysHttp::listed).toList());
        body.put("recovery_codes_left", factors.recoveryCodesLeft());
        return HttpReply.of(200, body);
    }

    static HttpReply totp(Exchange exchange) {
        if (exchange.call().method().equals("DELETE")) {
            return Refusals.unlessFound(factors(exchange).removeTotp(exchange.token()));
        }
        TotpEnrolment begun = factors(exchange).beginTotp(exchange.token());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(Wire.ENROLMENT, begun.enrolment());
        body.put("uri", begun.uri());
        body.put("secret", begun.secret());
        body.put("expires_at", Wire.timestamp(begun.expiresAt()));
        return HttpReply.of(200, body);
    }

    static HttpReply confirmTotp(Exchange exchange) {
        return exchange.answer(fields -> enrolled(
                factors(exchange).confirmTotp(exchange.token(), fields.text(Wire.ENROLMENT), fields.text(Wire.CODE))));
    }

    static HttpReply enrolled(EnrolledFactor factor) {
        Map<String, Object> body = new LinkedHashMap<>(Wire.issued(factor.token()));
        body.putAll(codes(factor.recoveryCodes()));
        return HttpReply.of(200, body);
    }

    static HttpReply replaceCodes(Exchange exchange) {
        return HttpReply.of(200, codes(factors(exchange).replaceRecoveryCodes(exchange.token())));
    }

    static HttpReply replaceUsedCodes(Exchange exchange) {
        return HttpReply.of(200, codes(factors(exchange).replaceUsedRecoveryCodes(exchange.token())));
    }

    private static Map<String, Object> codes(RecoveryCodes codes) {
        return Map.of("recovery_codes", codes.codes());
    }

    static HttpReply removeByStaff(Exchange exchange) {
        Identity caller = exchange.caller();
        Optional<Long> id = UsersHttp.idBefore(FACTORS, exchange);
        return UsersHttp.changeByStaff(
                exchange, caller, id, user -> exchange.administration().removeFactors(caller.id(), user));
    }

    private static Factors factors(Exchange exchange) {
        return exchange.accounts().factors();
    }
}
