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

/** Reads the fields of parsed bodies, without turning a value of one type into another. */
record Bodies(ViolationMessages messages) {

    /** Stands for an address that could not be read: the service refuses it together with everything else that is wrong. */
    private static final String NO_ADDRESS = "\0";

    /** The fields of a login; null where one is missing. */
    record Login(
            @Nullable String username,
            @Nullable String password,
            @Nullable String label) {

        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    /** The fields of a registration, except the towns. */
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
     * The fields of a login.
     *
     * @throws InvalidInputException if a field cannot be what was meant; that tells nothing of accounts
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

    /** The fields of any body that is a map. */
    Fields fields(@Nullable Object body) {
        if (body instanceof Map<?, ?> values) {
            return new Fields(values, messages);
        }
        if (body instanceof JsonBody.Unreadable unreadable) {
            throw new UnreadableBodyException(unreadable.reply());
        }
        throw new UnreadableBodyException(Refusals.nonFieldError(
                body == null
                        ? "No data provided"
                        : "Invalid data. Expected a dictionary, but got " + PythonType.of(body) + "."));
    }
}
