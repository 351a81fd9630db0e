package dev.accounts.jpa.faults;

/**
 * What a client asks of the service.
 *
 * @param kind what is asked
 * @param account the username
 * @param given the presented token, or the towns of a registration
 * @param wanted the password that is set
 */
record Operation(Kind kind, String account, String given, String wanted) {

    /** Stands for no value in a line. */
    static final String NOTHING = "-";

    enum Kind {
        REGISTER,
        LOGIN,
        LOGOUT,
        CHANGE,
        REQUEST,
        RESET
    }

    static Operation of(Kind kind, String account) {
        return new Operation(kind, account, NOTHING, NOTHING);
    }

    String toLine() {
        return String.join(" ", "B", account, kind.name(), given, wanted);
    }

    static Operation ofLine(String[] words) {
        return new Operation(Kind.valueOf(words[2]), words[1], words[3], words[4]);
    }

    /**
     * What it makes of an account.
     *
     * @param value the token of a login, or {@link #NOTHING} if the login was not answered
     */
    State after(State before, String value) {
        return switch (kind) {
            case REGISTER -> State.registered(wanted);
            case LOGIN -> value.equals(NOTHING) ? before.withUnseenToken() : before.withToken(value);
            case LOGOUT -> before.withoutToken(given);
            case CHANGE -> before.withPassword(wanted, given);
            case RESET -> before.withPassword(wanted, NOTHING);
            case REQUEST -> before;
        };
    }
}
