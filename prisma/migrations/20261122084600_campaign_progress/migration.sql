-- How far a campaign has come: everyone invited; a reminder asked, and who was reminded.
ALTER TABLE "NeedCampaign" ADD COLUMN "sentAt" TIMESTAMPTZ(3), ADD COLUMN "remindedAt" TIMESTAMPTZ(3);
ALTER TABLE "NeedInvite" ADD COLUMN "remindedAt" TIMESTAMPTZ(3);
