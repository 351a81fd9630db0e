package dev.accounts.example.shared;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.Violation;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers customers: the account and the row of the application commit together or not at all. */
@Service
class Customers implements PersonalData {

    private static final int MAX_COMPANY = 100;

    private final AccountService accounts;
    private final CustomerRepository repository;

    // Lazy: the accounts ask this class what to erase with a user.
    Customers(@Lazy AccountService accounts, CustomerRepository repository) {
        this.accounts = accounts;
        this.repository = repository;
    }

    @Transactional
    User register(String client, @Nullable String username, @Nullable String password, @Nullable String company) {
        User user = accounts.from(client).register(Registration.of(username, password));
        if (company == null || company.isBlank()) {
            throw new InvalidInputException(List.of(new Violation("company", "required", "This field is required.")));
        }
        if (company.length() > MAX_COMPANY) {
            throw new InvalidInputException(List.of(
                    new Violation("company", "max_length", "Ensure this field has no more than 100 characters.")));
        }
        repository.saveAndFlush(new Customer(user.id(), company));
        return user;
    }

    String companyOf(long userId) {
        return repository.findById(userId).map(Customer::company).orElse("");
    }

    List<String> companies() {
        return repository.findAll().stream().map(Customer::company).toList();
    }

    @Override
    public String name() {
        return "customer";
    }

    @Override
    public Object export(long userId) {
        return companyOf(userId);
    }

    @Override
    public void erase(long userId) {
        repository.deleteById(userId);
    }
}
