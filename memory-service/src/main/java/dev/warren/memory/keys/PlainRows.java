package dev.warren.memory.keys;

/** Rows of which an older build left the content in plain text. Implement it as a bean: they are sealed while the service runs. */
public interface PlainRows {
    /** Finds and locks {@code $1} of them: {@code id}, {@code member}, {@code content}; passes over those that are locked. */
    String find();

    /** What the seal is bound to. */
    String row(long id);

    /** Writes what was sealed, and blanks the plain text: {@code $1} are the ids, {@code $2} what was sealed. */
    String seal();
}
