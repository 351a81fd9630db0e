package dev.accounts.testkit.contract.protection;

import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.stream.Stream;

/** The calls that ask for the current password. */
enum PasswordPrompt {
    LOGIN {
        @Override
        void go(AccountsFixture fixture, AccountService service, String token, String password) {
            service.login(fixture.unique("ana"), password);
        }
    },
    CONFIRM {
        @Override
        void go(AccountsFixture fixture, AccountService service, String token, String password) {
            service.passwords().confirm(token, password);
        }
    },
    CHANGE_PASSWORD {
        @Override
        void go(AccountsFixture fixture, AccountService service, String token, String password) {
            service.passwords().change(token, password, AccountsFixture.NEW_PASSWORD);
        }
    },
    CHANGE_USERNAME {
        @Override
        void go(AccountsFixture fixture, AccountService service, String token, String password) {
            service.changeUsername(token, password, fixture.unique("anna"));
        }
    },
    CHANGE_EMAIL {
        @Override
        void go(AccountsFixture fixture, AccountService service, String token, String password) {
            service.emails().change(token, password, fixture.email("anna"));
        }
    },
    DELETE {
        @Override
        void go(AccountsFixture fixture, AccountService service, String token, String password) {
            service.delete(token, password);
        }
    };

    /** The calls that ask a session. */
    static final List<PasswordPrompt> OF_SESSIONS =
            Stream.of(values()).filter(way -> way != LOGIN).toList();

    /**
     * Makes the call as the fixture's user ana.
     *
     * @param token a token of ana
     * @param password the text given as current password
     */
    abstract void go(AccountsFixture fixture, AccountService service, String token, String password);
}
