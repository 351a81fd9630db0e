package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames;
import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.django.ImportMemory.Remembered;
import dev.accounts.jpa.internal.django.DjangoUser;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which of several users keeps an address: an active one before others, then the one who logged in last, then the
 * one with the smallest id. Not thread-safe.
 */
final class AddressScreening {

    private static final Comparator<DjangoUser> RANK = Comparator.comparing(DjangoUser::active)
            .reversed()
            .thenComparing(user -> user.lastLogin().instant().orElse(Instant.MIN), Comparator.reverseOrder())
            .thenComparing(DjangoUser::id);

    private final ImportContext context;
    private final TakenKeys taken;
    private final TakenKeys earlier;
    private final ImportLog log;
    private final Map<Long, Boolean> displaced = new TreeMap<>();

    /**
     * Creates a screening.
     *
     * @param taken the addresses that accounts and users of this page have
     * @param earlier the addresses that a dry run gave to users of earlier pages
     */
    AddressScreening(ImportContext context, TakenKeys taken, TakenKeys earlier, ImportLog log) {
        this.context = context;
        this.taken = taken;
        this.earlier = earlier;
        this.log = log;
    }

    /** Takes the addresses from users that have to do without; the map holds users with the wanted addresses, by id. */
    void assign(Map<Long, AcceptedUser> claims) throws SQLException {
        for (Long id : List.copyOf(claims.keySet())) {
            AcceptedUser claim = claims.get(id);
            if (claim != null && claim.email().isPresent()) {
                assign(claim, claim.email().get().key(), claims);
            }
        }
    }

    private void assign(AcceptedUser claim, String key, Map<Long, AcceptedUser> claims) throws SQLException {
        long holder = taken.holderOfEmail(key).orElse(claim.id());
        if (holder == claim.id()) {
            taken.takeEmail(key, claim.id());
        } else if (isDisplaceable(key, holder, claims) && precedes(claim.user(), key, holder)) {
            displace(holder, claims);
            log.addressMoved(holder, claim.id());
            taken.takeEmail(key, claim.id());
        } else {
            claims.put(claim.id(), claim.withoutEmail());
            log.addressShared(claim.id(), holder);
        }
    }

    /** Returns whether an account has its address from this run, or may lose it to a run that catches up. */
    private boolean isDisplaceable(String key, long holder, Map<Long, AcceptedUser> claims) throws SQLException {
        if (claims.containsKey(holder)
                || earlier.holderOfEmail(key).filter(id -> id == holder).isPresent()) {
            return true;
        }
        Remembered remembered =
                new ImportMemory(context.accounts()).users(List.of(holder)).get(holder);
        if (remembered == null
                || remembered.copiedAt().equals(context.occasion().now())) {
            return remembered != null;
        }
        AccountRow row = AccountRow.read(context.accounts(), List.of(holder)).get(holder);
        return context.catchesUp() && row != null && row.state().equals(remembered.here());
    }

    private boolean precedes(DjangoUser claimant, String key, long holder) throws SQLException {
        return context.django()
                .user(holder)
                .filter(user -> AccountNames.email(user.email())
                        .map(Name::key)
                        .filter(key::equals)
                        .isPresent())
                .map(user -> RANK.compare(claimant, user) < 0)
                .orElse(true);
    }

    private void displace(long holder, Map<Long, AcceptedUser> claims) throws SQLException {
        AcceptedUser claim = claims.get(holder);
        if (claim == null) {
            displaced.put(
                    holder,
                    context.django().user(holder).map(DjangoUser::active).orElse(false));
        } else {
            claims.put(holder, claim.withoutEmail());
        }
    }

    /** Returns the accounts that lose their addresses, and whether they are active without. */
    Map<Long, Boolean> displaced() {
        return displaced;
    }
}
