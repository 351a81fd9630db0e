package dev.accounts.jpa.internal.django;

import java.util.List;

/**
 * The user model of a Django application.
 *
 * @param app the label of its application
 * @param name its name, in lower case
 */
public record UserModel(String app, String name) {

    private static final String ID_SUFFIX = "_id";

    /**
     * Finds the model among those that permissions are about: the one that the host names, or the one after which Django
     * named the columns with ids of users. Of several in different applications, the name of the table decides.
     *
     * @return one model, or those that it could be
     */
    public static List<UserModel> among(List<DjangoPermission> permissions, DjangoSource source, DjangoTables tables) {
        if (source.userModel().isPresent()) {
            return List.of(source.userModel().get());
        }
        String column = tables.userGroups().userColumn();
        String name = column.substring(0, column.length() - ID_SUFFIX.length());
        List<UserModel> candidates = permissions.stream()
                .filter(permission -> permission.model().equals(name))
                .map(permission -> new UserModel(permission.app(), name))
                .distinct()
                .toList();
        List<UserModel> ofTable = candidates.stream()
                .filter(model -> model.isIn(source.bareUserTable()))
                .toList();
        return ofTable.isEmpty() ? candidates : ofTable;
    }

    /** Returns whether Django gives the table of the model this name unless an application chooses another. */
    private boolean isIn(String table) {
        return (app + "_" + name).equalsIgnoreCase(table);
    }

    public boolean isSubjectOf(DjangoPermission permission) {
        return permission.app().equals(app) && permission.model().equals(name);
    }

    @Override
    public String toString() {
        return app + "." + name;
    }
}
