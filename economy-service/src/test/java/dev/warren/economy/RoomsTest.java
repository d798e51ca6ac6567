package dev.warren.economy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warren.economy.ledger.Account;
import dev.warren.economy.ledger.Block;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Canonical;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Hash;
import dev.warren.economy.ledger.Posting;
import dev.warren.economy.ledger.Transaction;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.warren.economy", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule ROOMS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ledger")
            .definedBy("dev.warren.economy.ledger..")
            .layer("verification")
            .definedBy("dev.warren.economy.verification..")
            .layer("desk")
            .definedBy("dev.warren.economy.desk..")
            .layer("purse")
            .definedBy("dev.warren.economy.purse..")
            .layer("earning")
            .definedBy("dev.warren.economy.earning..")
            .layer("richest")
            .definedBy("dev.warren.economy.richest..")
            .layer("administration")
            .definedBy("dev.warren.economy.administration..")
            .layer("members")
            .definedBy("dev.warren.economy.members..")
            .layer("taxation")
            .definedBy("dev.warren.economy.taxation..")
            .layer("due")
            .definedBy("dev.warren.economy.due..")
            .layer("airdrop")
            .definedBy("dev.warren.economy.airdrop..")
            .layer("shop")
            .definedBy("dev.warren.economy.shop..")
            .layer("fair")
            .definedBy("dev.warren.economy.fair..")
            .layer("game")
            .definedBy("dev.warren.economy.game..")
            .layer("giveaway")
            .definedBy("dev.warren.economy.giveaway..")
            .whereLayer("purse")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("earning")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("richest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("administration")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("verification")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("airdrop")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("shop")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("game")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("giveaway")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("fair")
            .mayOnlyBeAccessedByLayers("game", "giveaway")
            .whereLayer("due")
            .mayOnlyBeAccessedByLayers("airdrop", "shop", "game", "giveaway", "taxation")
            .whereLayer("taxation")
            .mayOnlyBeAccessedByLayers("administration")
            .whereLayer("members")
            .mayOnlyBeAccessedByLayers("earning", "airdrop", "shop", "game", "giveaway")
            .whereLayer("desk")
            .mayOnlyBeAccessedByLayers(
                    "verification",
                    "purse",
                    "earning",
                    "richest",
                    "administration",
                    "members",
                    "taxation",
                    "due",
                    "airdrop",
                    "shop",
                    "game",
                    "giveaway");

    @ArchTest
    static final ArchRule PURE_DOMAIN = noClasses()
            .that()
            .belongToAnyOf(
                    Account.class,
                    Block.class,
                    Book.class,
                    Canonical.class,
                    Coins.class,
                    Draft.class,
                    Hash.class,
                    Posting.class,
                    Transaction.class)
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
            .haveSimpleNameEndingWith("Buttons")
            .or()
            .haveSimpleNameStartingWith("Postgres")
            .should()
            .bePackagePrivate();
}
