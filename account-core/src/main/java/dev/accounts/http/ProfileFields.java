package dev.accounts.http;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a change of an account. The service gets a field that cannot be read as a value that it refuses, so that it
 * checks all other fields. Then the problem of that field replaces the refusal of the value.
 */
record ProfileFields(Fields fields, TownIds towns, WholeNumber days) {

    /** Replaces a text that could not be read. */
    private static final String UNREADABLE = "\0";

    static ProfileFields read(Fields fields) {
        Fields given = withoutBlankTowns(fields);
        return new ProfileFields(
                given, TownIds.read(given.values(), fields.messages()), WholeNumber.read(given, Wire.DAYS_COUNT));
    }

    /** A form cannot send an empty list: one that names no town leaves the towns as they are. */
    private static Fields withoutBlankTowns(Fields fields) {
        boolean isBlank = fields.ofForm()
                && fields.values().get(Wire.TOWNS) instanceof List<?> towns
                && towns.stream().allMatch(""::equals);
        return isBlank ? fields.without(Wire.TOWNS) : fields;
    }

    /** Changes an account; answers with its identity. */
    HttpReply answer(Function<ProfileChange, User> change) {
        try {
            return HttpReply.of(200, Wire.identity(change.apply(change())));
        } catch (InvalidInputException refusal) {
            throw reworded(refusal);
        }
    }

    /** Returns the address; null if it is missing, and a text that is no address if it could not be read. */
    @Nullable
    String email() {
        return fields.has(Wire.EMAIL) ? text(Wire.EMAIL) : null;
    }

    private ProfileChange change() {
        ProfileChange change = ProfileChange.none();
        if (fields.has(Wire.FIRST_NAME)) {
            change = change.firstName(text(Wire.FIRST_NAME));
        }
        if (fields.has(Wire.LAST_NAME)) {
            change = change.lastName(text(Wire.LAST_NAME));
        }
        if (fields.has(Wire.TOWNS)) {
            change = change.towns(towns.forService());
        }
        return days.value().isPresent() ? change.daysCount(days.value().getAsInt()) : change;
    }

    private String text(String field) {
        String text = fields.text(field);
        return text == null ? UNREADABLE : text;
    }

    private InvalidInputException reworded(InvalidInputException refusal) {
        InvalidInputException ofTexts = fields.reworded(towns.reworded(refusal, fields.messages()));
        return new InvalidInputException(ofTexts.violations().stream()
                .map(violation -> violation.field().equals(Wire.DAYS_COUNT)
                        ? days.problem().orElse(violation)
                        : violation)
                .toList());
    }
}
