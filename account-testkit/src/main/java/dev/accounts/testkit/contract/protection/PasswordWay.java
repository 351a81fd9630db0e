package dev.accounts.testkit.contract.protection;

import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.GuardFixture;

/** The ways on which somebody is asked for the present password. */
enum PasswordWay {
    LOGIN {
        @Override
        void go(GuardFixture fixture, AccountService service, String token, String password) {
            service.login(fixture.unique("ana"), password);
        }
    },
    CONFIRM {
        @Override
        void go(GuardFixture fixture, AccountService service, String token, String password) {
            service.passwords().confirm(token, password);
        }
    },
    CHANGE_PASSWORD {
        @Override
        void go(GuardFixture fixture, AccountService service, String token, String password) {
            service.passwords().change(token, password, GuardFixture.NEW_PASSWORD);
        }
    },
    CHANGE_USERNAME {
        @Override
        void go(GuardFixture fixture, AccountService service, String token, String password) {
            service.changeUsername(token, password, fixture.unique("anna"));
        }
    },
    CHANGE_EMAIL {
        @Override
        void go(GuardFixture fixture, AccountService service, String token, String password) {
            service.emails().change(token, password, fixture.email("anna"));
        }
    },
    DELETE {
        @Override
        void go(GuardFixture fixture, AccountService service, String token, String password) {
            service.delete(token, password);
        }
    };

    /**
     * Goes this way as a user of the fixture named ana.
     *
     * @param token a token of hers
     * @param password what is given for the present password
     */
    abstract void go(GuardFixture fixture, AccountService service, String token, String password);
}
