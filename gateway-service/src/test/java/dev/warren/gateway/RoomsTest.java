package dev.warren.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room of the gateway may know which. */
@AnalyzeClasses(packages = "dev.warren.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule JAVACORD_STAYS_BEHIND_ITS_PORT = noClasses()
            .that(resideOutsideOfPackages("dev.warren.gateway.connection.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.javacord..", "com.neovisionaries.."));

    @ArchTest
    static final ArchRule GUILDS_KNOW_NO_OTHER_ROOM = classes()
            .that()
            .resideInAPackage("..gateway.guilds..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackages(
                    "..gateway.inbound..",
                    "..gateway.commands..",
                    "..gateway.outbound..",
                    "..gateway.help..",
                    "..gateway.shards..",
                    "..gateway.connection..",
                    "..gateway.rest.."));

    @ArchTest
    static final ArchRule COMMANDS_DO_NOT_KNOW_WHO_READS_THEM = noClasses()
            .that()
            .resideInAPackage("..gateway.commands..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..gateway.inbound..",
                    "..gateway.outbound..",
                    "..gateway.help..",
                    "..gateway.shards..",
                    "..gateway.connection.."));

    @ArchTest
    static final ArchRule INBOUND_KNOWS_ONLY_THE_DOOR_OF_OUTBOUND = noClasses()
            .that()
            .resideInAPackage("..gateway.inbound..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..gateway.outbound.answers..",
                    "..gateway.outbound.replies..",
                    "..gateway.outbound.actions..",
                    "..gateway.outbound.receipts..",
                    "..gateway.outbound.sending.."));

    @ArchTest
    static final ArchRule OUTBOUND_KNOWS_NOTHING_OF_WHAT_COMES_IN = noClasses()
            .that()
            .resideInAPackage("..gateway.outbound..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..gateway.inbound..", "..gateway.commands..", "..gateway.help..", "..gateway.shards.."));

    @ArchTest
    static final ArchRule ROOMS_KNOW_EACH_OTHER_ONE_WAY =
            slices().matching("dev.warren.gateway.(*)..").should().beFreeOfCycles();
}
