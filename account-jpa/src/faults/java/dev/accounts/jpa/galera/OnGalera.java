package dev.accounts.jpa.galera;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a cluster, which all classes share, or skips them where the packages are missing. */
final class OnGalera implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        GaleraPackages packages = GaleraPackages.find();
        List<Path> missing = packages.missing();
        if (!missing.isEmpty()) {
            String why = "SKIPPED: no Galera, these files are missing: " + missing
                    + "; -Daccounts.galera=<folder> names where Debian's packages are unpacked (.ci/galera)";
            System.out.println(why);
            assumeThat(missing).as(why).isEmpty();
        }
        cluster(context);
    }

    private static GaleraCluster cluster(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OnGalera.class))
                .computeIfAbsent("cluster", key -> start(), GaleraCluster.class);
    }

    private static GaleraCluster start() {
        try {
            return GaleraCluster.start(GaleraPackages.find());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GaleraCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }
}
