package dev.warren.memory.profile;

import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A profile as it lies in the database; what is not told is empty. */
@Entity
@Table(name = "profile")
class ProfileRow {
    @Id
    @Column(name = "member")
    long member;

    @Column(name = "name")
    String name = "";

    @Column(name = "bio")
    String bio = "";

    @Column(name = "genre")
    String genre = "";

    @Column(name = "influences")
    String influences = "";

    @Column(name = "x")
    String x = "";

    @Column(name = "youtube")
    String youtube = "";

    @Column(name = "twitch")
    String twitch = "";

    @Column(name = "timezone")
    String timezone = "";

    @Column(name = "language")
    String language = "";

    /** All of it, as only the member's key opens it; none where an older build wrote the columns above. */
    @Column(name = "sealed")
    byte @Nullable [] sealed;

    protected ProfileRow() {}

    static ProfileRow of(Profile profile, byte[] sealed) {
        var row = new ProfileRow();
        row.member = profile.member().value();
        row.sealed = sealed;
        return row;
    }

    Optional<byte[]> sealed() {
        return Optional.ofNullable(sealed);
    }

    /** What stands in plain text, where an older build wrote it. */
    Profile profile() {
        var values = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            values.put(field, get(field));
        }
        return new Profile(new UserId(member), values);
    }

    private String get(Field field) {
        return switch (field) {
            case NAME -> name;
            case BIO -> bio;
            case GENRE -> genre;
            case INFLUENCES -> influences;
            case X -> x;
            case YOUTUBE -> youtube;
            case TWITCH -> twitch;
            case TIMEZONE -> timezone;
            case LANGUAGE -> language;
        };
    }
}
