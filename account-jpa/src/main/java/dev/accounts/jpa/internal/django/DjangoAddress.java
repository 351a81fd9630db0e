package dev.accounts.jpa.internal.django;

/**
 * An address as allauth stores it. The text form hides the address.
 *
 * @param userId the id of the owner
 * @param email the address
 * @param verified whether the owner has proved that it is theirs
 */
public record DjangoAddress(long userId, String email, boolean verified) {

    @Override
    public String toString() {
        return "DjangoAddress[***]";
    }
}
