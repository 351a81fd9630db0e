package dev.accounts.example;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.spi.AccountNotifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Prints the messages that an application would mail. Not for production: each reader of the console can open the
 * links.
 *
 * <p>The links lead to a configured place. They do not lead to the host that a request names, because the sender of the
 * request chooses it.
 */
@Component
class ConsoleNotifier implements AccountNotifier {

    private final String baseUrl;

    ConsoleNotifier(@Value("${accounts.base-url}") String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public void send(AccountMessage message) {
        System.out.println(text(message));
    }

    /**
     * Returns the message as one line. An address cannot start a line of its own or move the cursor, because its
     * control characters are replaced.
     */
    String text(AccountMessage message) {
        String line = "To %s <%s>: %s".formatted(message.username(), message.address(), news(message));
        return line.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    private String news(AccountMessage message) {
        return switch (message.kind()) {
            case RESET_PASSWORD -> "set a new password at " + link("reset", message);
            case RESET_USERNAME ->
                "set another username than %s at %s".formatted(message.username(), link("username", message));
            case VERIFY_EMAIL ->
                "confirm your address for the account %s, or if you did not ask for this, do nothing: %s"
                        .formatted(message.username(), link("verify", message));
            case EMAIL_CHANGE_REQUESTED -> "a new address was requested for your account";
            case EMAIL_CHANGED -> "the address of your account was changed";
            case PASSWORD_CHANGED -> "your password was changed";
            case USERNAME_CHANGED -> "your username was changed";
            case LOGIN_FROM_NEW_SOURCE -> "your account was used to log in from a place that is new to it";
            case SECOND_FACTOR_FAILED ->
                "the second factor of your account was wrong several times, and the guesser may know your password";
            case FACTOR_ENROLLED -> "a second factor was set up for your account";
            case FACTOR_REMOVED -> "one of the second factors of your account was removed";
            case PASSKEY_COPIED ->
                "a passkey of your account was refused, because its authenticator may have been copied: remove it";
            case FACTORS_REMOVED -> "the second factor of your account was removed";
            case PERSONAL_TOKEN_ISSUED -> "a personal token was issued for your account";
            case RECOVERY_CODE_USED -> "a recovery code was used for your account";
            case RECOVERY_CODES_ISSUED -> "new recovery codes were made for your account";
        };
    }

    private String link(String purpose, AccountMessage message) {
        OneTimeToken token = message.token().orElseThrow();
        return "%s/#%s=%s.%s".formatted(baseUrl, purpose, token.uid(), token.value());
    }
}
