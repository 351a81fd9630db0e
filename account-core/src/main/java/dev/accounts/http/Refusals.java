package dev.accounts.http;

import dev.accounts.model.AccountException;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps every refusal to its reply. */
final class Refusals {

    /** How long a client waits after the database failed. */
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(5);

    private Refusals() {}

    static HttpReply reply(AccountException refusal) {
        if (refusal instanceof InvalidInputException invalid) {
            return HttpReply.of(400, messages(invalid.violations()));
        }
        if (refusal instanceof BadCredentialsException) {
            return nonFieldError("Unable to log in with provided credentials.");
        }
        if (refusal instanceof NotAuthenticatedException unauthenticated) {
            return unauthorized(detail(unauthenticated.reason()));
        }
        if (refusal instanceof UserNotFoundException) {
            return notFound();
        }
        if (refusal instanceof PermissionDeniedException) {
            return permissionDenied();
        }
        if (refusal instanceof TooManyAttemptsException throttled) {
            return HttpReply.detail(429, "Request was throttled.")
                    .header("Retry-After", seconds(throttled.retryAfter()));
        }
        if (refusal instanceof BusyException busy) {
            return HttpReply.detail(503, "Busy. Try again later.").header("Retry-After", seconds(busy.retryAfter()));
        }
        return unavailable((StorageException) refusal);
    }

    private static String detail(NotAuthenticatedException.Reason reason) {
        return switch (reason) {
            case TOKEN_MISSING -> "Authentication credentials were not provided.";
            case TOKEN_INVALID -> "Invalid token.";
            case USER_INACTIVE -> "User inactive or deleted.";
        };
    }

    static HttpReply unauthorized(String detail) {
        return HttpReply.detail(401, detail).header("WWW-Authenticate", "Token");
    }

    static HttpReply notFound() {
        return HttpReply.detail(404, "Not found.");
    }

    static HttpReply permissionDenied() {
        return HttpReply.detail(403, "You do not have permission to perform this action.");
    }

    static HttpReply nonFieldError(String message) {
        return HttpReply.of(400, Map.of(Wire.NON_FIELD_ERRORS, List.of(message)));
    }

    private static HttpReply unavailable(StorageException failure) {
        HttpReply reply = switch (failure.outcome()) {
            case UNCHANGED -> HttpReply.detail(503, "Temporarily unavailable. Nothing was changed.");
            case UNKNOWN -> HttpReply.detail(503, "Temporarily unavailable. It is not known whether this was done.");
        };
        return reply.header("Retry-After", seconds(RETRY_AFTER_FAILURE));
    }

    private static Map<String, List<String>> messages(List<Violation> violations) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        for (Violation violation : violations) {
            List<String> ofField = messages.computeIfAbsent(violation.field(), field -> new ArrayList<>());
            // Djoser names only the first bad item of a list.
            if (ofField.isEmpty() || !violation.field().equals(Wire.TOWNS)) {
                ofField.add(violation.message());
            }
        }
        return messages;
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.toSeconds() + (wait.toNanosPart() == 0 ? 0 : 1)));
    }
}
