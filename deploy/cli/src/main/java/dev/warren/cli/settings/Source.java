package dev.warren.cli.settings;

/** Where a value comes from; the first that has one wins. */
public enum Source {
    FLAG("flag"),
    ENVIRONMENT("environment"),
    FILE(".env"),
    DEFAULT("default");

    private final String text;

    Source(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
