package dev.accounts.http;

import dev.accounts.model.Group;
import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.service.Session;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spells the names and formats of the HTTP contract. No other class spells them. */
final class Wire {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String EMAIL = "email";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String DAYS_COUNT = "days_count";
    static final String TOWNS = "towns";
    static final String LABEL = "label";
    static final String UID = "uid";
    static final String TOKEN = "token";
    static final String CURRENT_PASSWORD = "current_password";
    static final String NEW_PASSWORD = "new_password";
    static final String NEW_USERNAME = "new_username";
    static final String CHALLENGE = "challenge";
    static final String CODE = "code";
    static final String RECOVERY_CODE = "recovery_code";
    static final String ENROLMENT = "enrolment";
    static final String PASSKEY = "passkey";
    static final String NAME = "name";
    static final String SCOPES = "scopes";
    static final String EXPIRES_IN_DAYS = "expires_in_days";
    static final String MINUTES = "minutes";
    static final String DETAIL = "detail";
    static final String NON_FIELD_ERRORS = "non_field_errors";

    /** The fields that some operation reads. */
    static final Set<String> READ = Set.of(
            USERNAME,
            PASSWORD,
            EMAIL,
            FIRST_NAME,
            LAST_NAME,
            DAYS_COUNT,
            TOWNS,
            LABEL,
            UID,
            TOKEN,
            CURRENT_PASSWORD,
            NEW_PASSWORD,
            NEW_USERNAME,
            CHALLENGE,
            CODE,
            RECOVERY_CODE,
            ENROLMENT,
            PASSKEY,
            NAME,
            SCOPES,
            EXPIRES_IN_DAYS,
            MINUTES);

    /** The fields that are lists. A form repeats them. */
    static final Set<String> LISTS = Set.of(TOWNS, SCOPES);

    private static final String ID = "id";

    /** Leading zeros and up to 19 digits: no number of more digits fits into 64 bits. */
    private static final Pattern USER_ID = Pattern.compile("0*([0-9]{1,19})");

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final DateTimeFormatter WHOLE_SECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROSECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private Wire() {}

    static Map<String, Object> registered(User user) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(EMAIL, user.email());
        body.put(USERNAME, user.username());
        body.put(ID, user.id());
        return body;
    }

    static Map<String, Object> issued(IssuedToken token) {
        return Map.of("auth_token", token.value());
    }

    static Map<String, @Nullable Object> delegated(IssuedToken issued) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(issued(issued));
        body.put(ID, issued.token().id().toString());
        body.put("expires_at", issued.token().expiresAt().map(Wire::timestamp).orElse(null));
        return body;
    }

    static Map<String, Object> identity(Identity identity) {
        return identity(identity.id(), identity.username(), identity.email());
    }

    static Map<String, Object> identity(User user) {
        return identity(user.id(), user.username(), user.email());
    }

    private static Map<String, Object> identity(long id, String username, String email) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(EMAIL, email);
        body.put(ID, id);
        body.put(USERNAME, username);
        return body;
    }

    static Map<String, @Nullable Object> session(Session session) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(ID, session.id().toString());
        body.put(LABEL, session.label());
        body.put("created_at", timestamp(session.createdAt()));
        body.put("last_used_at", timestamp(session.lastUsedAt()));
        body.put("expires_at", session.expiresAt().map(Wire::timestamp).orElse(null));
        body.put("current", session.current());
        body.put(
                SCOPES,
                session.delegation()
                        .scopes()
                        .map(scopes -> scopes.stream().sorted().toList())
                        .orElse(null));
        body.put("actor_id", session.delegation().actorId().orElse(null));
        return body;
    }

    static Map<String, @Nullable Object> user(User user) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(ID, user.id());
        body.put("last_login", user.lastLogin().map(Wire::timestamp).orElse(null));
        body.put("is_superuser", user.superuser());
        body.put(USERNAME, user.username());
        body.put(FIRST_NAME, user.firstName());
        body.put(LAST_NAME, user.lastName());
        body.put(EMAIL, user.email());
        body.put("is_staff", user.staff());
        body.put("is_active", user.active());
        body.put("date_joined", timestamp(user.dateJoined()));
        body.put(DAYS_COUNT, user.daysCount());
        body.put("groups", user.groups().stream().map(Group::id).toList());
        body.put(
                "user_permissions",
                user.permissions().stream().map(Permission::id).toList());
        body.put(TOWNS, user.towns());
        return body;
    }

    /** Returns the id at the end of a user's path; empty if it is not a number of 64 bits. */
    static Optional<Long> userId(String path) {
        Matcher digits = USER_ID.matcher(lastSegment(path));
        if (!digits.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(digits.group(1)));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }

    /** Returns the id at the end of the path of a session or a passkey; empty if it is malformed. */
    static Optional<UUID> uuid(String path) {
        return Optional.of(lastSegment(path))
                .filter(segment -> UUID_TEXT.matcher(segment).matches())
                .map(UUID::fromString);
    }

    /** Returns the text between the last two slashes of a path that ends with a slash. */
    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }

    static String timestamp(Instant time) {
        return (time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? WHOLE_SECONDS : MICROSECONDS).format(time);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
