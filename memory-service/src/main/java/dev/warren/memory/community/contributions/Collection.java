package dev.warren.memory.community.contributions;

/** To what members give. */
enum Collection {
    GALLERY("gallery", "gallery item"),
    CREATORS("creator", "creator link");

    private final String command;
    private final String item;

    Collection(String command, String item) {
        this.command = command;
        this.item = item;
    }

    /** The command that shows it. */
    String command() {
        return command;
    }

    /** What one of it is called. */
    String item() {
        return item;
    }
}
