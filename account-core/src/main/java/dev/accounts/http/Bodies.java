package dev.accounts.http;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of parsed bodies. It does not convert values from one type to another. */
record Bodies(ViolationMessages messages) {

    /** Replaces an address that is not a text, so that the service refuses it together with all other problems. */
    private static final String NO_ADDRESS = "\0";

    /** The fields of a login; null if missing. */
    record Login(
            @Nullable String username,
            @Nullable String password,
            @Nullable String label) {

        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    /** Reads the fields of a registration, except the towns. */
    Registration registration(Fields fields) {
        Registration registration = Registration.of(fields.text(Wire.USERNAME), fields.text(Wire.PASSWORD));
        String email = fields.text(Wire.EMAIL);
        if (email != null) {
            return registration.email(email);
        }
        if (fields.has(Wire.EMAIL)) {
            return registration.email(NO_ADDRESS);
        }
        return registration;
    }

    /**
     * Reads the fields of a login.
     *
     * @throws InvalidInputException if a field is malformed; this reveals nothing about accounts
     */
    Login login(Fields fields) {
        List<Violation> violations = Stream.of(
                        fields.formProblem(Wire.PASSWORD),
                        fields.formProblem(Wire.USERNAME),
                        fields.problem(Wire.LABEL))
                .flatMap(Optional::stream)
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return new Login(fields.text(Wire.USERNAME), fields.text(Wire.PASSWORD), fields.text(Wire.LABEL));
    }

    /** Reads the fields of a body; throws {@link UnreadableBodyException} if the body is neither a map nor a form. */
    Fields fields(@Nullable Object body) {
        if (body instanceof Map<?, ?> values) {
            return Fields.of(values, false, messages);
        }
        if (body instanceof Form form) {
            return Fields.of(form.fields(), true, messages);
        }
        if (body instanceof RequestBody.Unreadable unreadable) {
            throw new UnreadableBodyException(unreadable.reply());
        }
        throw new UnreadableBodyException(Refusals.nonFieldError(
                body == null
                        ? "No data provided"
                        : "Invalid data. Expected a dictionary, but got " + PythonType.of(body) + "."));
    }
}
