-- which handles a member was asked about, once each; a member who does not want to be asked has a row with an empty platform
CREATE TABLE profile_offer (
    member   bigint NOT NULL,
    platform text NOT NULL,
    handle   text NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (member, platform, handle)
);
