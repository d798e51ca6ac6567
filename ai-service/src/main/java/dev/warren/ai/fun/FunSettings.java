package dev.warren.ai.fun;

/** What guilds turn off when they want no fun. */
final class FunSettings {
    static final String MODULE = "fun";

    private FunSettings() {}
}
