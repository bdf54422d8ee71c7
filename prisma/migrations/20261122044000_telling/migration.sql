-- Each telling of a party has its number; what a move left is kept with it.
ALTER TABLE "ToTell" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "before" JSONB;
DROP INDEX "ToTell_enrollmentId_idx";
CREATE UNIQUE INDEX "ToTell_enrollmentId_round_key" ON "ToTell"("enrollmentId", "round");
