-- What goes by mail when a text message is refused, and the number that refused it.
ALTER TABLE "OutgoingText" ADD COLUMN "mailInstead" JSONB;
ALTER TABLE "OutgoingText" ADD COLUMN "sentTo" TEXT;
