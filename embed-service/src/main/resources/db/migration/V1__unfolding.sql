-- a message with links, for as long as its edits and its deletion are followed; links are JSON, and content, so kept below 7 days
CREATE TABLE unfolding (
    message    bigint PRIMARY KEY,
    guild      bigint NOT NULL,
    channel    bigint NOT NULL,
    author     bigint,
    revision   bigint NOT NULL,
    links      text NOT NULL,
    discords   text NOT NULL,
    state      text NOT NULL,
    reply      text,
    written_at timestamptz NOT NULL
);

CREATE INDEX unfolding_written ON unfolding (written_at);
CREATE INDEX unfolding_of_guild ON unfolding (guild);
CREATE INDEX unfolding_of_author ON unfolding (author);

-- who wants no links shown: kind is MEMBER, CHANNEL or SITE, subject the id or the host
CREATE TABLE embed_off (
    guild   bigint NOT NULL,
    kind    text NOT NULL,
    subject text NOT NULL,
    PRIMARY KEY (guild, kind, subject)
);
