package dev.accounts.jpa.internal.django;

/**
 * A permission as Django stores it.
 *
 * @param id its id
 * @param app the label of the application whose model it is about
 * @param model the name of that model, in lower case
 * @param codename its name within the application
 */
public record DjangoPermission(long id, String app, String model, String codename) {

    public String code() {
        return app + "." + codename;
    }
}
