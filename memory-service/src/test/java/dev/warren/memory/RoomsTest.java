package dev.warren.memory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.warren.memory", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.warren.gateway..", "dev.warren.leveling..");

    @ArchTest
    static final ArchRule WHAT_IS_DECIDED_KNOWS_NO_BROKER = noClasses()
            .that()
            .haveSimpleNameEndingWith("Version")
            .or()
            .haveSimpleName("ValueCheck")
            .or()
            .resideInAPackage("..reminders.phrases..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.hibernate..", "io.smallrye.mutiny..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("..memory.settings..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..memory.reminders..");

    @ArchTest
    static final ArchRule KEYS_KNOW_NO_OTHER_ROOM = noClasses()
            .that()
            .resideInAPackage("..memory.keys..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..memory.archive..",
                    "..memory.events..",
                    "..memory.privacy..",
                    "..memory.profile..",
                    "..memory.reminders..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_TOOLS = noClasses()
            .that()
            .resideOutsideOfPackage("..memory.mcp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..memory.mcp..");
}
