-- What a cohort follows, who composes and leads it; what its members were told.
CREATE TYPE "CohortWeeks" AS ENUM ('ALL', 'ODD', 'EVEN');
ALTER TABLE "Cohort" ADD COLUMN "composerId" UUID, ADD COLUMN "facilitatorId" UUID;
CREATE INDEX "Cohort_facilitatorId_idx" ON "Cohort"("facilitatorId");
ALTER TABLE "CohortSession" ADD COLUMN "excluded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Membership" ADD COLUMN "toldAt" TIMESTAMPTZ(3), ADD COLUMN "inRecord" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "CohortFollow" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "seriesId" UUID,
    "weeks" "CohortWeeks" NOT NULL DEFAULT 'ALL',
    CONSTRAINT "CohortFollow_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CohortFollow_cohortId_activityId_key" ON "CohortFollow"("cohortId", "activityId");
CREATE INDEX "CohortFollow_activityId_idx" ON "CohortFollow"("activityId");
ALTER TABLE "CohortFollow" ADD CONSTRAINT "CohortFollow_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CohortFollow" ADD CONSTRAINT "CohortFollow_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CohortFollow" ADD CONSTRAINT "CohortFollow_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;
