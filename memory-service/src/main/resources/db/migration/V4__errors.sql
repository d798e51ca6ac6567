-- what went wrong where members saw it, without content; id is guild and incident
CREATE TABLE member_error (
    id       text PRIMARY KEY,
    guild    bigint NOT NULL,
    incident text NOT NULL,
    service  text NOT NULL,
    what     text NOT NULL,
    reason   text NOT NULL,
    at       timestamptz NOT NULL,
    told     boolean NOT NULL
);

CREATE INDEX member_error_of_guild ON member_error (guild, at DESC);
CREATE INDEX member_error_at ON member_error (at);
