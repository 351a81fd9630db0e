// The first program of README.md.
package dev.accounts.jpa.docs;

import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import org.h2.jdbcx.JdbcDataSource;

public class Main {
    public static void main(String[] args) throws Exception {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:accounts;DB_CLOSE_DELAY=-1");
        AccountSchema.of(dataSource).createIfMissing();
        try (JpaAccountStores stores = JpaAccountStores.over(dataSource)) {
            AccountService accounts = Accounts.over(stores).service();
            accounts.register(Registration.of("kust2", "k12345678").email("kust2@gmail.com"));
            IssuedToken token = accounts.login("kust2", "k12345678");
            System.out.println("Hello, " + accounts.me(token.value()).username());
        }
    }
}
