package dev.accounts.internal.text;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the problems of a request and reports them in the order of the fields. Not thread-safe. */
public final class Violations {

    private final ViolationMessages messages;
    private final Map<String, List<Violation>> byField = new LinkedHashMap<>();

    public Violations(ViolationMessages messages, List<String> fields) {
        this.messages = messages;
        fields.forEach(field -> byField.put(field, new ArrayList<>()));
    }

    /** Creates a refusal for a single problem. */
    public static InvalidInputException refusal(
            ViolationMessages messages, String field, String code, String... details) {
        return new InvalidInputException(List.of(messages.violation(field, code, details)));
    }

    public void add(String field, String code, String... details) {
        add(messages.violation(field, code, details));
    }

    public void add(Violation violation) {
        byField.computeIfAbsent(violation.field(), unlisted -> new ArrayList<>())
                .add(violation);
    }

    public boolean has(String field) {
        return !byField.getOrDefault(field, List.of()).isEmpty();
    }

    public boolean isEmpty() {
        return byField.keySet().stream().noneMatch(this::has);
    }

    public void throwIfAny() {
        if (!isEmpty()) {
            throw refusal();
        }
    }

    public InvalidInputException refusal() {
        return new InvalidInputException(
                byField.values().stream().flatMap(List::stream).toList());
    }
}
