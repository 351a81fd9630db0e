package dev.accounts.jpa.internal.django;

/**
 * A token as Django REST framework stores it. The text form hides its value.
 *
 * @param value what the caller presents
 * @param userId the id of the owner
 * @param createdAt when it was created
 */
public record DjangoToken(String value, long userId, DjangoTime createdAt) {

    @Override
    public String toString() {
        return "DjangoToken[***]";
    }
}
