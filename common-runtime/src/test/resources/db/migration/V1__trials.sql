CREATE TABLE trial (
    word text PRIMARY KEY,
    runs integer NOT NULL
);
CREATE TABLE seen_fact (
    message bigint PRIMARY KEY
);
