package dev.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wanted of an input: what its line says, unless the contract or the recorded rules say otherwise.
 *
 * @param code why it is refused; empty if it is accepted
 * @param stored the stored form of what is accepted; empty if it is not looked at
 * @param reason why
 */
public record Departure(String code, Optional<String> stored, String reason) {

    private static final Map<String, Departure> BY_ID = new HashMap<>();

    static {
        accepted("E-003", "", "contract: an address may be blank");
        String recorded = "field-rules.json and facts.md: accepted as recorded";
        for (String id : new String[] {"E-014", "E-023", "E-038", "E-039", "E-040", "E-041"}) {
            accepted(id, null, recorded);
        }
        for (String id : new String[] {"E-052", "E-053", "E-054", "E-055"}) {
            accepted(id, null, "facts.md: the dot-atom may hold this character");
        }
        accepted("E-044", "bob@kmple.com", recorded + ", as the domain it stands for in lower case");
        accepted("E-045", "bob@\uff45xample.com", recorded + "; the key has the ASCII form");
        accepted("E-047", "bob@b\u00fccher.example", recorded + "; the key has the ASCII form");
        accepted("P-011", null, "contract: a password has up to 4096 characters");
        refused("P-033", "blank", "facts.md: a text field must not be blank");
        String exact = "contract: a password is compared exactly as received";
        accepted("P-038", null, exact);
        accepted("P-039", null, exact);
        refused("P-043", "null_characters", "facts.md: no text field may hold NUL");
        accepted("P-054", null, "field-rules.json: one repeated character is accepted beyond the list");
        String dead = "contract: a dead token at logout is 401";
        refused("T-029", "unauthenticated", dead);
        refused("T-030", "unauthenticated", dead);
        refused("C-001", "not_found", "contract: [null] is refused; only the list itself may be left out");
        refused("C-007", "not_found", "contract: an id beyond 64 bits is an id that no town has");
        accepted("I-006", null, "API document: any user may see any user");
        accepted("I-008", null, "recorded: inactive users are shown");
        refused("I-010", "not_found", "ids are numbers");
        accepted("I-019", null, "recorded: unknown fields are ignored, and nothing is assigned by them");
    }

    static Departure of(BadInput input) {
        return BY_ID.getOrDefault(
                input.id(),
                switch (input.text("expected")) {
                    case "accept" -> new Departure("", asGiven(input), "accept");
                    case "normalise" -> new Departure("", Optional.of(input.text("normalised")), "normalise");
                    default -> new Departure(input.text("code"), Optional.empty(), "reject");
                });
    }

    boolean accepted() {
        return code.isEmpty();
    }

    private static Optional<String> asGiven(BadInput input) {
        return input.isFixture() || input.value() == null
                ? Optional.empty()
                : Optional.of(input.value().toString());
    }

    private static void refused(String id, String code, String reason) {
        BY_ID.put(id, new Departure(code, Optional.empty(), reason));
    }

    private static void accepted(String id, String stored, String reason) {
        BY_ID.put(id, new Departure("", Optional.ofNullable(stored), reason));
    }
}
