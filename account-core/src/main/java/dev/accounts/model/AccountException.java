package dev.accounts.model;

/**
 * The root of all exceptions that the account system throws at callers who use it as documented.
 *
 * <p>No message, field or cause holds a password, a hash or the value of a token. A {@link SecondFactorRequiredException} holds the
 * challenge, which is good only together with a second factor.
 */
public abstract sealed class AccountException extends RuntimeException
        permits BadCredentialsException,
                BusyException,
                InvalidInputException,
                NotAuthenticatedException,
                PermissionDeniedException,
                SecondFactorRequiredException,
                StorageException,
                TooManyAttemptsException,
                UserNotFoundException {

    private static final long serialVersionUID = 1L;

    AccountException(String message) {
        super(message);
    }

    AccountException(String message, Throwable cause) {
        super(message, cause);
    }
}
