-- what members tell of themselves; a name of a field is its column
CREATE TABLE profile (
    member     bigint PRIMARY KEY,
    name       text NOT NULL DEFAULT '',
    bio        text NOT NULL DEFAULT '',
    genre      text NOT NULL DEFAULT '',
    influences text NOT NULL DEFAULT '',
    x          text NOT NULL DEFAULT '',
    youtube    text NOT NULL DEFAULT '',
    twitch     text NOT NULL DEFAULT '',
    timezone   text NOT NULL DEFAULT '',
    language   text NOT NULL DEFAULT ''
);
