package dev.warren.gateway.commands;

import dev.warren.runtime.settings.SettingsView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The settings as the followed topic has them. */
@ApplicationScoped
class FollowedSettings {
    @Produces
    @Singleton
    static SettingsAt settings(SettingsView view) {
        return view::at;
    }
}
