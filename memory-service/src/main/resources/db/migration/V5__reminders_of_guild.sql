CREATE INDEX reminder_of_guild ON reminder (guild) WHERE guild IS NOT NULL;
