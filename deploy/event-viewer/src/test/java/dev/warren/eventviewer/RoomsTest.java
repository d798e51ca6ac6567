package dev.warren.eventviewer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.warren.eventviewer", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("dev.warren.eventviewer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_WEB_KNOWS_HTTP = noClasses()
            .that()
            .resideInAnyPackage("..records..", "..chains..", "..topics..", "..traces..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "..eventviewer.web..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_A_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.warren.runtime..", "dev.warren.gateway..", "dev.warren.leveling..", "dev.warren.memory..");
}
