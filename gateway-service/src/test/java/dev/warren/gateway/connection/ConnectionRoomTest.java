package dev.warren.gateway.connection;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom around the connection and the REST client. */
@AnalyzeClasses(packages = "dev.warren.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ConnectionRoomTest {
    private static final String[] SOCKET_LIBRARIES = {"org.javacord..", "com.neovisionaries..", "okhttp3.."};

    @ArchTest
    static final ArchRule socketLibrary_isKnownInOnePackageOnly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.warren.gateway.connection")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SOCKET_LIBRARIES);

    @ArchTest
    static final ArchRule socketLibrary_isInNoPublicSignature = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.warren.gateway.connection")
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .arePublic()
            .should()
            .notHaveRawReturnType(resideInAnyPackage(SOCKET_LIBRARIES));

    @ArchTest
    static final ArchRule connectionAndRest_standAlone = classes()
            .that(are(resideInAnyPackage(
                    "dev.warren.gateway.connection", "dev.warren.gateway.rest", "dev.warren.gateway.backoff")))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "dev.warren.gateway.connection",
                    "dev.warren.gateway.rest",
                    "dev.warren.gateway.backoff",
                    "java..",
                    "javax.net..",
                    "org.javacord..",
                    "com.neovisionaries..",
                    "okhttp3..",
                    "com.fasterxml.jackson..",
                    "io.vertx..",
                    "org.jboss.logging..",
                    "org.jspecify.."));
}
