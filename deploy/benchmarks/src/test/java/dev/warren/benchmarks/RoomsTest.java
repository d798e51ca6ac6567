package dev.warren.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which room may know which: what measures knows nothing of what is measured. */
class RoomsTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.warren.benchmarks");

    @Test
    void loadsAndProcesses_knowNoBenchAndNoService() {
        noClasses()
                .that()
                .resideInAnyPackage("..benchmarks.load..", "..benchmarks.processes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..benchmarks.pipeline..",
                        "..benchmarks.economy..",
                        "..benchmarks.faults..",
                        "..benchmarks.stack..",
                        "..benchmarks.stage..",
                        "dev.warren.gateway..",
                        "dev.warren.simulator..",
                        "dev.warren.schemas..")
                .check(ALL);
    }

    @Test
    void figures_knowNoBench() {
        noClasses()
                .that()
                .resideInAPackage("..benchmarks.figures..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..benchmarks.pipeline..",
                        "..benchmarks.economy..",
                        "..benchmarks.faults..",
                        "..benchmarks.stack..",
                        "..benchmarks.stage..",
                        "..benchmarks.processes..")
                .check(ALL);
    }

    @Test
    void stack_knowsNoService() {
        noClasses()
                .that()
                .resideInAPackage("..benchmarks.stack..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..benchmarks.pipeline..",
                        "..benchmarks.economy..",
                        "..benchmarks.faults..",
                        "..benchmarks.stage..",
                        "dev.warren.gateway..",
                        "dev.warren.simulator..")
                .check(ALL);
    }

    @Test
    void benches_knowNothingOfOneAnother() {
        noClasses()
                .that()
                .resideInAPackage("..benchmarks.faults..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..benchmarks.pipeline..", "..benchmarks.economy..", "dev.warren.gateway..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage("..benchmarks.pipeline..", "..benchmarks.stage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..benchmarks.faults..", "..benchmarks.economy..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("..benchmarks.economy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..benchmarks.faults..", "..benchmarks.pipeline..", "dev.warren.gateway..")
                .check(ALL);
    }
}
