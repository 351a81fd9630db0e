package dev.accounts;

import dev.accounts.fixture.Bench;
import java.util.Optional;

/** The ids of people that a test of ids needs. */
public final class UserIdFixture {

    private UserIdFixture() {}

    /** Brings about the user that a line speaks of; empty if its text is no number of 64 bits. */
    public static Optional<Long> prepare(Bench bench, BadInput input) {
        if (!input.isFixture()) {
            return number(input);
        }
        long bob = bench.registered("bob").id();
        switch (input.text("value")) {
            case "<id-of-other-user>" -> bench.registered("carol");
            case "<id-of-deleted-user>" -> bench.stores.accounts.remove(bob);
            case "<id-of-deactivated-user>" -> bench.stores.inactive.add(bob);
            default -> throw new IllegalArgumentException(input.text("value"));
        }
        return Optional.of(bob);
    }

    static Optional<Long> number(BadInput input) {
        CharSequence value = input.value();
        boolean isNumber =
                value != null && value.length() < 20 && value.toString().matches("0|-?[1-9][0-9]{0,18}");
        return isNumber && !value.toString().equals("9223372036854775808")
                ? Optional.of(Long.valueOf(value.toString()))
                : Optional.empty();
    }
}
