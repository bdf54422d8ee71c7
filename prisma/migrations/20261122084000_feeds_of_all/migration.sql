-- What a private feed lists besides her own dates; events as those who hold a session read them; feeds of managers and sites.
CREATE TYPE "FeedScope" AS ENUM ('OWN', 'RELAIS');
ALTER TABLE "FeedToken" ADD COLUMN "scope" "FeedScope" NOT NULL DEFAULT 'OWN';
ALTER TABLE "CalendarEvent" ADD COLUMN "team" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "CalendarEvent_collectiviteId_public_startsAt_idx" ON "CalendarEvent"("collectiviteId", "public", "startsAt");
CREATE INDEX "CalendarEvent_siteId_public_startsAt_idx" ON "CalendarEvent"("siteId", "public", "startsAt");
