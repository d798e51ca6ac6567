package dev.warren.leveling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.warren.leveling", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String[] PURE = {
        "Minute",
        "MinuteAward",
        "Sighting",
        "Draw",
        "XpRules",
        "LevelCurve",
        "Standing",
        "Feature",
        "Past",
        "Fold",
        "Ratio",
        "Growth",
        "Multipliers",
        "Exclusions",
        "Farming",
        "Curve",
        "Scheme"
    };

    @ArchTest
    static final ArchRule ROOMS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("experience")
            .definedBy("dev.warren.leveling.experience..")
            .layer("standing")
            .definedBy("dev.warren.leveling.standing..")
            .layer("rank")
            .definedBy("dev.warren.leveling.rank..")
            .layer("leaderboard")
            .definedBy("dev.warren.leveling.leaderboard..")
            .layer("administration")
            .definedBy("dev.warren.leveling.administration..")
            .layer("cdn")
            .definedBy("dev.warren.leveling.cdn..")
            .layer("card")
            .definedBy("dev.warren.leveling.card..")
            .whereLayer("rank")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("leaderboard")
            .mayNotBeAccessedByAnyLayer()
            .layer("activity")
            .definedBy("dev.warren.leveling.activity..")
            .layer("information")
            .definedBy("dev.warren.leveling.information..")
            .layer("welcome")
            .definedBy("dev.warren.leveling.welcome..")
            .layer("nudge")
            .definedBy("dev.warren.leveling.nudge..")
            .whereLayer("nudge")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("welcome")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("information")
            .mayOnlyBeAccessedByLayers("welcome", "nudge")
            .whereLayer("activity")
            .mayOnlyBeAccessedByLayers("information", "welcome", "nudge")
            .whereLayer("administration")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("standing")
            .mayOnlyBeAccessedByLayers(
                    "rank", "leaderboard", "card", "administration", "activity", "information", "welcome", "nudge")
            .whereLayer("experience")
            .mayOnlyBeAccessedByLayers(
                    "standing",
                    "rank",
                    "leaderboard",
                    "card",
                    "administration",
                    "activity",
                    "information",
                    "welcome",
                    "nudge")
            .whereLayer("card")
            .mayOnlyBeAccessedByLayers("rank", "activity")
            .whereLayer("cdn")
            .mayOnlyBeAccessedByLayers("card", "information");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("dev.warren.leveling.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PURE_DOMAIN = noClasses()
            .that(simpleNameIn(PURE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io..", "jakarta..", "org.eclipse..", "org.apache..", "dev.warren.runtime..")
            .as("the domain knows neither framework nor store");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as("time comes with the events");

    @ArchTest
    static final ArchRule HANDLERS_STAY_INSIDE = classes()
            .that()
            .haveSimpleNameEndingWith("Command")
            .or()
            .haveSimpleNameStartingWith("Postgres")
            .should()
            .bePackagePrivate();

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
            simpleNameIn(String... names) {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "are pure", type -> java.util.List.of(names).contains(type.getSimpleName()));
    }
}
