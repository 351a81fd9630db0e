package dev.accounts.http;

import static java.util.stream.Collectors.joining;

import dev.accounts.model.AccountException;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.Violation;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps every refusal to its reply. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** How long a client waits after the database failed. */
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(5);

    private static final int MOST_CAUSES = 10;

    private Refusals() {}

    static HttpReply reply(AccountException refusal) {
        if (refusal instanceof InvalidInputException invalid) {
            return HttpReply.of(400, messages(invalid.violations()));
        }
        if (refusal instanceof BadCredentialsException) {
            return nonFieldError("Unable to log in with provided credentials.");
        }
        if (refusal instanceof NotAuthenticatedException unauthenticated) {
            return unauthorized(unauthenticated);
        }
        if (refusal instanceof SecondFactorRequiredException unfinished) {
            return secondFactorRequired(unfinished.challenge());
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

    /** Refuses a path of the host with the detail that the paths of the library have. */
    static NotAuthenticatedException malformedHeader(String detail) {
        NotAuthenticatedException refusal = new NotAuthenticatedException(Reason.TOKEN_MISSING);
        refusal.initCause(new MalformedHeader(detail));
        return refusal;
    }

    /** Carries the detail of a reply. */
    private static final class MalformedHeader extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MalformedHeader(String detail) {
            super(detail, null, false, false);
        }
    }

    private static String detail(NotAuthenticatedException refusal) {
        if (refusal.getCause() instanceof MalformedHeader malformed) {
            return String.valueOf(malformed.getMessage());
        }
        return switch (refusal.reason()) {
            case TOKEN_MISSING -> "Authentication credentials were not provided.";
            case TOKEN_INVALID -> "Invalid token.";
            case USER_INACTIVE -> "User inactive or deleted.";
            case REAUTHENTICATION_REQUIRED -> "Confirm that it is you.";
            case ENROLMENT_REQUIRED -> "Set up a second factor first.";
        };
    }

    private static HttpReply unauthorized(NotAuthenticatedException refusal) {
        return switch (refusal.reason()) {
            case REAUTHENTICATION_REQUIRED -> insufficient(refusal, "reauthentication_required");
            case ENROLMENT_REQUIRED -> insufficient(refusal, "enrolment_required");
            default -> unauthorized(detail(refusal));
        };
    }

    /** The header says what RFC 9470, section 3 lets it say. */
    private static HttpReply insufficient(NotAuthenticatedException refusal, String code) {
        return HttpReply.of(401, Map.of(Wire.DETAIL, detail(refusal), Wire.CODE, code))
                .header("WWW-Authenticate", "Token error=\"insufficient_user_authentication\"");
    }

    private static HttpReply secondFactorRequired(LoginChallenge challenge) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(Wire.DETAIL, "A second factor is required.");
        body.put(Wire.CODE, "second_factor_required");
        body.put(Wire.CHALLENGE, challenge.value());
        body.put(
                "factors",
                challenge.factors().stream().map(AuthenticationMethod::wireName).toList());
        challenge.passkey().ifPresent(options -> body.put(Wire.PASSKEY, options.publicKey()));
        return HttpReply.of(401, body).header("WWW-Authenticate", "Token");
    }

    static HttpReply unauthorized(String detail) {
        return HttpReply.detail(401, detail).header("WWW-Authenticate", "Token");
    }

    /** Answers 204 if the thing was found, 404 if not. */
    static HttpReply unlessFound(boolean found) {
        return found ? HttpReply.empty(204) : notFound();
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
        LOG.warn("answered 503: {} ({})", failure.getMessage(), causes(failure));
        HttpReply reply = switch (failure.outcome()) {
            case UNCHANGED -> HttpReply.detail(503, "Temporarily unavailable. Nothing was changed.");
            case UNKNOWN -> HttpReply.detail(503, "Temporarily unavailable. It is not known whether this was done.");
        };
        return reply.header("Retry-After", seconds(RETRY_AFTER_FAILURE));
    }

    /** Names the causes. Their messages may hold an address. */
    private static String causes(StorageException failure) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getName())
                .collect(joining(" from "));
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
