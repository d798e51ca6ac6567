package dev.warren.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.event.WireType;
import org.junit.jupiter.api.Test;

/** Which room may know which. The words know nothing of those who speak them. */
class RoomsTest {
    private static final JavaClasses WORDS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.warren.schemas");

    @Test
    void words_knowNothingButJavaAndTheirAnnotations() {
        classes()
                .that()
                .doNotBelongToAnyOf(WireJson.class)
                // it reads times for that one
                .and()
                .doNotHaveSimpleName("InstantReader")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.warren.schemas..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
                .check(WORDS);
    }

    @Test
    void wireJson_aloneKnowsJackson() {
        classes()
                .that()
                .belongToAnyOf(WireJson.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.warren.schemas.event..", "com.fasterxml.jackson..", "org.jspecify..")
                .check(WORDS);
    }

    @Test
    void ids_knowNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage("..schemas.ids..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..schemas.event..", "..schemas.topics..", "..schemas.discord..", "..schemas.bot..")
                .check(WORDS);
    }

    @Test
    void whatHappenedAtDiscord_doesNotKnowWhatTheBotDoes() {
        noClasses()
                .that()
                .resideInAPackage("..schemas.discord..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..schemas.bot..", "..schemas.topics..")
                .check(WORDS);
    }

    @Test
    void rooms_knowEachOtherInOneDirection() {
        slices().matching("dev.warren.schemas.(*)..").should().beFreeOfCycles().check(WORDS);
    }

    @Test
    void payloads_areRecords() {
        classes()
                .that()
                .areAnnotatedWith(WireType.class)
                .or()
                .areAssignableTo(UnknownType.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(WORDS);
    }
}
