-- content moves into what only the member's key opens; the columns in plain text go in a later step, when no old replica writes them
ALTER TABLE profile ADD COLUMN sealed bytea;
ALTER TABLE reminder ADD COLUMN sealed bytea;
CREATE INDEX reminder_plain ON reminder (id) WHERE words <> 'what you wanted to be reminded of';
CREATE INDEX profile_plain ON profile (member)
    WHERE name || bio || genre || influences || x || youtube || twitch || timezone || language <> '';
