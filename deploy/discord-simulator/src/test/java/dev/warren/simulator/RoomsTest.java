package dev.warren.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.warren.simulator", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("dev.warren.simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_WORLD_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..world..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..gateway..", "..rest..", "..control..", "..interactions..", "..cdn..", "..faults..");

    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..gateway..", "..rest..", "..control..", "..world..");
}
