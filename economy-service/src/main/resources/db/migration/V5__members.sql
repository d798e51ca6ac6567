-- What the memory service tells of members that matters here.
CREATE TABLE member_timezone (
    user_id    bigint      PRIMARY KEY,
    zone       text, -- IANA; none when there is none any more
    changed_at timestamptz NOT NULL
);

-- Who was erased, and when: what they wrote before earns nothing any more, however late it comes.
CREATE TABLE erased_member (
    user_id   bigint      NOT NULL,
    guild_id  bigint      NOT NULL, -- 0 for everywhere
    erased_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, guild_id)
);

CREATE INDEX holder_by_user ON holder (user_id);
CREATE INDEX earning_by_user ON earning (user_id);
