package dev.accounts.testkit.memory;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.spi.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A user with some of its state changed, for {@link InMemoryAccountStores#update}. Not thread-safe. */
public final class UserEdit {

    private final User before;
    private String username;
    private String email;
    private boolean emailVerified;
    private boolean active;
    private boolean staff;
    private boolean superuser;
    private String firstName;
    private String lastName;
    private int daysCount;
    private List<Long> towns;
    private Optional<Instant> lastLogin;
    private List<Group> groups;
    private List<Permission> permissions;

    UserEdit(User before) {
        this.before = before;
        this.username = before.username();
        this.email = before.email();
        this.emailVerified = before.emailVerified();
        this.active = before.active();
        this.staff = before.staff();
        this.superuser = before.superuser();
        this.firstName = before.firstName();
        this.lastName = before.lastName();
        this.daysCount = before.daysCount();
        this.towns = before.towns();
        this.lastLogin = before.lastLogin();
        this.groups = before.groups();
        this.permissions = before.permissions();
    }

    /**
     * Whether the account may log in and use its tokens.
     *
     * @param value the new state
     * @return this edit
     */
    public UserEdit active(boolean value) {
        this.active = value;
        return this;
    }

    /**
     * Whether the user is a member of staff.
     *
     * @param value the new state
     * @return this edit
     */
    public UserEdit staff(boolean value) {
        this.staff = value;
        return this;
    }

    /**
     * Whether the account has every permission.
     *
     * @param value the new state
     * @return this edit
     */
    public UserEdit superuser(boolean value) {
        this.superuser = value;
        return this;
    }

    /**
     * The number of days shown to the user.
     *
     * @param value 1 to 10
     * @return this edit
     */
    public UserEdit daysCount(int value) {
        this.daysCount = value;
        return this;
    }

    /**
     * The groups of the user.
     *
     * @param value all of them, ascending by id
     * @return this edit
     */
    public UserEdit groups(Group... value) {
        this.groups = List.of(value);
        return this;
    }

    /**
     * The permissions granted to the user directly.
     *
     * @param value all of them, ascending by id
     * @return this edit
     */
    public UserEdit permissions(Permission... value) {
        this.permissions = List.of(value);
        return this;
    }

    UserEdit lastLogin(Instant value) {
        this.lastLogin = Optional.of(requireNonNull(value, "lastLogin"));
        return this;
    }

    UserEdit state(StoredUser value) {
        this.username = value.username();
        this.email = value.email().address();
        this.emailVerified = value.email().verified();
        return active(value.active())
                .staff(value.flags().staff())
                .superuser(value.flags().superuser());
    }

    UserEdit profile(ProfileChange change) {
        this.firstName = change.firstName().orElse(firstName);
        this.lastName = change.lastName().orElse(lastName);
        this.daysCount = change.daysCount().orElse(daysCount);
        this.towns = change.towns().map(ids -> sorted(ids.stream())).orElse(towns);
        return this;
    }

    /** Makes the user follow another town instead of one, unless the user follows both already. */
    UserEdit town(long id, long replacementId) {
        this.towns = sorted(towns.stream().map(town -> town == id ? (Long) replacementId : town));
        return this;
    }

    private static List<Long> sorted(Stream<Long> ids) {
        return ids.distinct().sorted().toList();
    }

    User user() {
        return new User(
                before.id(),
                username,
                email,
                emailVerified,
                firstName,
                lastName,
                active,
                staff,
                superuser,
                before.dateJoined(),
                lastLogin,
                daysCount,
                groups,
                permissions,
                towns);
    }
}
