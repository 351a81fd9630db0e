package dev.accounts;

/** Placeholder until the branch is merged. */
@FunctionalInterface
public interface BreachedPasswords {
    /**
     * @param password the password
     * @return whether it is known
     */
    boolean contains(CharSequence password);

    /** What happens if a check fails. */
    enum WhenUnavailable {
        /** The password is taken. */
        ALLOW,
        /** The password is refused for now. */
        REFUSE
    }
}
