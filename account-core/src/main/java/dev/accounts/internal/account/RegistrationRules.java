package dev.accounts.internal.account;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.rules.PasswordRules;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Username;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.throttle.SourceLimits;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.ViolationMessages;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.UserStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks registrations in two rounds. The first round checks the form of all fields and finds taken names and unknown towns.
 * If nothing is wrong, the second round checks the strength of the password.
 */
public final class RegistrationRules {

    private static final List<String> FIELDS =
            List.of(EmailAddress.FIELD, Username.FIELD, PasswordForm.FIELD, FollowedTowns.FIELD);

    private final UserStore users;
    private final PasswordRules passwordRules;
    private final EmailPolicy emailPolicy;
    private final SourceLimits sources;
    private final ViolationMessages messages;

    public RegistrationRules(
            UserStore users, PasswordRules passwordRules, EmailPolicy emailPolicy, SourceLimits sources) {
        this.sources = sources;
        this.users = users;
        this.passwordRules = passwordRules;
        this.emailPolicy = emailPolicy;
        this.messages = passwordRules.messages();
    }

    /** The checked fields of a registration. */
    record Accepted(Username username, EmailAddress email, Claim claim) {}

    /** Checks a registration. A refusal lists every problem of the round. */
    Accepted check(Registration registration, Optional<String> source) {
        Accepted accepted = checkForm(registration, true, emailPolicy.requiredToLogIn(), source);
        Violations violations = new Violations(messages, FIELDS);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(Username.FIELD, accepted.username().display());
        attributes.put(EmailAddress.FIELD, accepted.email().address());
        passwordRules.check(
                violations, PasswordForm.FIELD, requireNonNull(registration.password(), "password"), attributes);
        violations.throwIfAny();
        return accepted;
    }

    /** Checks an account without a password, which needs an address. A refusal lists every problem. */
    Accepted checkInvitation(Registration invitation) {
        return checkForm(invitation, false, true, Optional.empty());
    }

    /** Creates the refusal of a registration that passed the rules but conflicts with stored data. */
    InvalidInputException refusal(Registration registration, Conflicts conflicts) {
        Violations violations = new Violations(messages, FIELDS);
        report(violations, conflicts, registration.towns());
        return violations.refusal();
    }

    private Accepted checkForm(
            Registration registration, boolean withPassword, boolean withEmail, Optional<String> source) {
        Violations violations = new Violations(messages, FIELDS);
        Optional<EmailAddress> email = email(violations, registration.email(), withEmail);
        Optional<Username> username = Username.check(violations, Username.FIELD, registration.username());
        if (withPassword) {
            PasswordForm.check(violations, PasswordForm.FIELD, registration.password());
        }
        Optional<String> emailKey = email.flatMap(EmailAddress::key);
        if (emailPolicy.loginByEmail()
                && username.filter(name -> name.looksLikeAnotherAddress(emailKey))
                        .isPresent()) {
            violations.add(Username.FIELD, "invalid");
        }
        Claim claim = claim(violations, username, email, registration.towns());
        if (!claim.isEmpty()) {
            sources.require(SourceLimits.Operation.REGISTRATION, source);
            report(violations, users.conflicts(claim), registration.towns());
        }
        violations.throwIfAny();
        return new Accepted(username.orElseThrow(), email.orElseThrow(), claim);
    }

    private static Optional<EmailAddress> email(Violations violations, String given, boolean required) {
        if (required && given.isEmpty()) {
            violations.add(EmailAddress.FIELD, "required");
        } else if (required && Texts.isBlank(given)) {
            violations.add(EmailAddress.FIELD, "blank");
        }
        return EmailAddress.check(violations, given);
    }

    private static Claim claim(
            Violations violations, Optional<Username> username, Optional<EmailAddress> email, List<Long> towns) {
        return Claim.of(
                username.map(Username::key),
                email.flatMap(EmailAddress::key),
                FollowedTowns.distinct(violations, towns));
    }

    private static void report(Violations violations, Conflicts conflicts, List<Long> towns) {
        if (conflicts.emailTaken()) {
            violations.add(EmailAddress.FIELD, "taken");
        }
        if (conflicts.usernameTaken()) {
            violations.add(Username.FIELD, "taken");
        }
        FollowedTowns.reportUnknown(violations, towns, conflicts.unknownTowns());
    }
}
