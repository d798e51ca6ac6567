CREATE INDEX account_by_guild ON account (guild_id);
