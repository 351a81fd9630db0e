package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if the input breaks rules. It reports every broken rule at once, in the order of the fields.
 *
 * <p>The message names fields and codes, never a value.
 */
public final class InvalidInputException extends AccountException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Creates a refusal with its reasons.
     *
     * @param violations at least one violation, in the order of the fields
     * @throws NullPointerException if the list or an element is null
     * @throws IllegalArgumentException if the list is empty
     */
    public InvalidInputException(List<Violation> violations) {
        super(requireNonNull(violations, "violations").stream()
                .map(violation -> requireNonNull(violation, "violations").field() + ": " + violation.code())
                .collect(Collectors.joining(", ", "invalid input: ", "")));
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("violations must not be empty");
        }
        this.violations = List.copyOf(violations);
    }

    /** {@return what is wrong: at least one violation, in the order of the fields} */
    public List<Violation> violations() {
        return violations;
    }
}
