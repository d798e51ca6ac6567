-- who sat in a voice channel when the gateway last heard of it, so that those who left meanwhile can be told
CREATE TABLE voice_member (
    guild  bigint NOT NULL,
    member bigint NOT NULL,
    bot    boolean NOT NULL,
    PRIMARY KEY (guild, member)
);
