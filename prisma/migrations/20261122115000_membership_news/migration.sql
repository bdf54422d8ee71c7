ALTER TABLE "Membership" ADD COLUMN "news" JSONB;
