package dev.warren.ai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.warren.ai", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule PROVIDERS_KNOW_NO_CONVERSATION = noClasses()
            .that()
            .resideInAnyPackage("..ai.providers..", "..ai.models..", "..ai.budget..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ai.conversation..", "..ai.router..", "..ai.delivery..", "..ai.work..");

    @ArchTest
    static final ArchRule ONLY_THE_ROUTER_CALLS_PROVIDERS = noClasses()
            .that()
            .resideInAnyPackage("..ai.conversation..", "..ai.delivery..", "..ai.work..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ai.providers..", "..ai.router..", "..ai.budget..");

    @ArchTest
    static final ArchRule WORK_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..ai.work..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ai.conversation..", "..ai.delivery..", "..ai.asking..", "..ai.personas..");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as("time comes with the events, or from the clock that is given");

    @ArchTest
    static final ArchRule HANDLERS_STAY_INSIDE =
            classes().that().haveSimpleNameEndingWith("Command").should().bePackagePrivate();
}
