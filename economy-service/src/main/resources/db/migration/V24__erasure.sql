-- What members started goes on when they are erased; then nobody started it.
ALTER TABLE airdrop ALTER COLUMN giver DROP NOT NULL;
ALTER TABLE giveaway ALTER COLUMN host DROP NOT NULL;

-- Who is erased is looked for in all guilds.
CREATE INDEX airdrop_by_giver ON airdrop (giver);
CREATE INDEX airdrop_claim_by_user ON airdrop_claim (user_id);
CREATE INDEX possession_by_user ON possession (user_id);
CREATE INDEX role_loan_by_user ON role_loan (user_id);
CREATE INDEX fair_seed_by_user ON fair_seed (user_id);
CREATE INDEX fair_member_by_user ON fair_member (user_id);
CREATE INDEX giveaway_by_host ON giveaway (host);
CREATE INDEX giveaway_entry_by_user ON giveaway_entry (user_id);
CREATE INDEX giveaway_winner_by_user ON giveaway_winner (user_id);
CREATE INDEX member_level_by_user ON member_level (user_id);
