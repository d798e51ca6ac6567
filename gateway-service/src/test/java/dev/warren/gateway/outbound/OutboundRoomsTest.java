package dev.warren.gateway.outbound;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.warren.gateway", importOptions = DoNotIncludeTests.class)
class OutboundRoomsTest {
    private static final String OUTBOUND = "dev.warren.gateway.outbound";

    @ArchTest
    static final ArchRule restOfTheGateway_knowsTheOutboundDoor_notItsRooms = noClasses()
            .that(not(resideInAPackage(OUTBOUND + "..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    OUTBOUND + ".answers..",
                    OUTBOUND + ".replies..",
                    OUTBOUND + ".actions..",
                    OUTBOUND + ".receipts..",
                    OUTBOUND + ".history..",
                    OUTBOUND + ".modals..",
                    OUTBOUND + ".rendering..",
                    OUTBOUND + ".sending..");

    @ArchTest
    static final ArchRule answersRepliesAndActions_doNotKnowEachOther = slices().matching(
                    OUTBOUND + ".(answers|replies|actions)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule rooms_haveNoCycles =
            slices().matching(OUTBOUND + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rendering_isPure = classes()
            .that()
            .resideInAPackage(OUTBOUND + ".rendering..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "dev.warren.schemas..",
                    "dev.warren.gateway.rest..",
                    "io.vertx.core.json..",
                    "io.vertx.core.buffer..",
                    OUTBOUND,
                    OUTBOUND + ".rendering.."));

    @ArchTest
    static final ArchRule nothingOutbound_knowsTheSocketOrWhatComesIn = noClasses()
            .that()
            .resideInAPackage(OUTBOUND + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.warren.gateway.connection..",
                    "dev.warren.gateway.inbound..",
                    "dev.warren.gateway.commands..",
                    "org.javacord..");
}
