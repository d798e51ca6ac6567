package dev.warren.runtime;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.warren.runtime", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule ROOMS_KNOW_ONLY_WHAT_THEY_STAND_ON = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.warren.runtime..")
            .layer("config")
            .definedBy("..runtime.config")
            .layer("texts")
            .definedBy("..runtime.texts")
            .layer("events")
            .definedBy("..runtime.events")
            .layer("telemetry")
            .definedBy("..runtime.telemetry")
            .layer("trouble")
            .definedBy("..runtime.trouble")
            .layer("settings")
            .definedBy("..runtime.settings")
            .layer("lifecycle")
            .definedBy("..runtime.lifecycle")
            .layer("redis")
            .definedBy("..runtime.redis")
            .layer("attachments")
            .definedBy("..runtime.attachments")
            .layer("inbox")
            .definedBy("..runtime.inbox")
            .layer("timers")
            .definedBy("..runtime.timers")
            .layer("departures")
            .definedBy("..runtime.departures")
            .layer("commands")
            .definedBy("..runtime.commands")
            .layer("membertoken")
            .definedBy("..runtime.membertoken")
            .whereLayer("texts")
            .mayNotAccessAnyLayer()
            .whereLayer("membertoken")
            .mayNotAccessAnyLayer()
            .whereLayer("config")
            .mayNotAccessAnyLayer()
            .whereLayer("events")
            .mayOnlyAccessLayers("config")
            .whereLayer("telemetry")
            .mayOnlyAccessLayers("config", "events")
            .whereLayer("settings")
            .mayOnlyAccessLayers("events")
            .whereLayer("trouble")
            .mayOnlyAccessLayers("config", "events")
            .whereLayer("lifecycle")
            .mayOnlyAccessLayers("config", "events", "trouble")
            .whereLayer("redis")
            .mayOnlyAccessLayers("config", "events", "trouble", "lifecycle")
            .whereLayer("attachments")
            .mayOnlyAccessLayers("config", "events")
            .whereLayer("inbox")
            .mayOnlyAccessLayers("config", "events", "telemetry", "trouble", "lifecycle")
            .whereLayer("timers")
            .mayOnlyAccessLayers("config", "events", "trouble", "lifecycle", "inbox")
            .whereLayer("departures")
            .mayOnlyAccessLayers("config", "events", "trouble", "lifecycle", "timers")
            .whereLayer("commands")
            .mayOnlyAccessLayers("config", "events", "settings", "trouble", "inbox")
            .because("the README draws them so");

    @ArchTest
    static final ArchRule NO_TWO_ROOMS_KNOW_EACH_OTHER =
            slices().matching("dev.warren.runtime.(*)..").should().beFreeOfCycles();
}
