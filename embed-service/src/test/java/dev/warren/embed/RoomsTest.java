package dev.warren.embed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.warren.embed", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule ROOMS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("links")
            .definedBy("dev.warren.embed.links..")
            .layer("fetching")
            .definedBy("dev.warren.embed.fetching..")
            .layer("providers")
            .definedBy("dev.warren.embed.providers..")
            .layer("cache")
            .definedBy("dev.warren.embed.cache..")
            .layer("unfolding")
            .definedBy("dev.warren.embed.unfolding..")
            .whereLayer("unfolding")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cache")
            .mayOnlyBeAccessedByLayers("unfolding");

    @ArchTest
    static final ArchRule ONE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("dev.warren.embed.fetching..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "open connections to sites",
                    type -> type.getFullName().equals("okhttp3.OkHttpClient")
                            || type.getPackageName().startsWith("java.net.http")
                            || type.getFullName().equals("java.net.Socket")
                            || type.getFullName().equals("java.net.URLConnection")))
            .as("only the fetching room opens connections to sites");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as("time comes with the events");
}
