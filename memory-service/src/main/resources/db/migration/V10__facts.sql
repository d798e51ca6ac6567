-- what is remembered about members; a shelf is a member's row to lock, and holds the numbers that come next
CREATE TABLE fact_shelf (
    member      bigint PRIMARY KEY,
    next_number integer NOT NULL DEFAULT 1,
    next_block  integer NOT NULL DEFAULT 1
);

-- sealed is the text, with the member's key; block is where the vector lies, and none has what holds no more
CREATE TABLE fact (
    member      bigint NOT NULL,
    number      integer NOT NULL,
    source      text NOT NULL,
    origin      text NOT NULL,
    noted_at    timestamptz NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz,
    closed_by   integer,
    block       integer,
    sealed      bytea NOT NULL,
    PRIMARY KEY (member, number),
    UNIQUE (member, source),
    CHECK ((valid_until IS NULL) = (block IS NOT NULL)),
    CHECK ((valid_until IS NULL) = (closed_by IS NULL))
);

CREATE INDEX fact_holding ON fact (member, number DESC) WHERE valid_until IS NULL;
CREATE INDEX fact_closed ON fact (valid_until) WHERE valid_until IS NOT NULL;

-- vectors of several facts, sealed together; stamp is another with each write
CREATE TABLE fact_block (
    member  bigint NOT NULL,
    number  integer NOT NULL,
    stamp   bigint NOT NULL,
    entries integer NOT NULL,
    sealed  bytea NOT NULL,
    PRIMARY KEY (member, number)
);

-- what is sealed cannot be compressed
ALTER TABLE fact ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE fact_block ALTER COLUMN sealed SET STORAGE EXTERNAL;
