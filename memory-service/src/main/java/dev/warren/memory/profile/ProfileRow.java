package dev.warren.memory.profile;

import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.EnumMap;

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

    protected ProfileRow() {}

    static ProfileRow of(Profile profile) {
        var row = new ProfileRow();
        row.member = profile.member().value();
        for (var field : Field.values()) {
            row.set(field, profile.value(field).orElse(""));
        }
        return row;
    }

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

    private void set(Field field, String value) {
        switch (field) {
            case NAME -> name = value;
            case BIO -> bio = value;
            case GENRE -> genre = value;
            case INFLUENCES -> influences = value;
            case X -> x = value;
            case YOUTUBE -> youtube = value;
            case TWITCH -> twitch = value;
            case TIMEZONE -> timezone = value;
            case LANGUAGE -> language = value;
        }
    }
}
