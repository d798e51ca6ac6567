package dev.warren.memory.errors;

import dev.warren.schemas.ids.GuildId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An error as it lies in the database. */
@Entity
@Table(name = "member_error")
class ErrorRow {
    /** Guild and incident: the same event that fails again takes the same row. */
    @Id
    @Column(name = "id")
    String id = "";

    @Column(name = "guild")
    long guild;

    @Column(name = "incident")
    String incident = "";

    @Column(name = "service")
    String service = "";

    @Column(name = "what")
    String what = "";

    @Column(name = "reason")
    String reason = "";

    @Column(name = "at")
    Instant at = Instant.EPOCH;

    @Column(name = "told")
    boolean told;

    protected ErrorRow() {}

    static ErrorRow of(GuildId guild, String incident, String service, String what, String reason, Instant at) {
        var row = new ErrorRow();
        row.id = guild + ":" + incident;
        row.guild = guild.value();
        row.incident = incident;
        row.service = service;
        row.what = what;
        row.reason = reason;
        row.at = at;
        return row;
    }

    ErrorRow told() {
        told = true;
        return this;
    }
}
