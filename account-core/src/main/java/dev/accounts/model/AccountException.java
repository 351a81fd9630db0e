package dev.accounts.model;

/**
 * A refusal: the one family of exceptions that the account system throws at a caller who used it as documented.
 *
 * <p>No message, field or cause of it holds a password, a hash or a token value.
 */
public abstract sealed class AccountException extends RuntimeException
        permits BadCredentialsException,
                BusyException,
                InvalidInputException,
                NotAuthenticatedException,
                PermissionDeniedException,
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
