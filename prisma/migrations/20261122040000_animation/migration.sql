-- CreateEnum
CREATE TYPE "DayPart" AS ENUM ('WHOLE', 'MORNING', 'AFTERNOON');

-- CreateEnum
CREATE TYPE "AccessRequestState" AS ENUM ('PENDING', 'ACCEPTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "MembershipState" AS ENUM ('APPLIED', 'WAITING', 'MEMBER', 'LEFT', 'REFUSED');

-- CreateEnum
CREATE TYPE "ToTellCause" AS ENUM ('CANCELLED', 'MOVED', 'CLOSURE', 'OTHER');

-- CreateEnum
CREATE TYPE "AttendeeKind" AS ENUM ('ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE', 'PARENT', 'FUTURE_PARENT', 'TRAINEE', 'OTHER');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('PRESENT', 'EXCUSED', 'ABSENT');

-- CreateEnum
CREATE TYPE "MarkOutcome" AS ENUM ('APPLIED', 'SET_ASIDE', 'REPLACED');

-- AlterTable
ALTER TABLE "Closure" ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "createdById" UUID,
ADD COLUMN     "part" "DayPart" NOT NULL DEFAULT 'WHOLE',
ADD COLUMN     "yearly" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Enrollment" ADD COLUMN     "membershipId" UUID;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "searchName" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "maintainedAt" TIMESTAMPTZ(3),
ADD COLUMN     "maintainedById" UUID,
ADD COLUMN     "seriesId" UUID;

-- CreateTable
CREATE TABLE "AccessRequest" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "state" "AccessRequestState" NOT NULL DEFAULT 'PENDING',
    "kind" "ProfessionalKind" NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "communeId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "personId" UUID,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityGuest" (
    "activityId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "opening" JSONB,

    CONSTRAINT "ActivityGuest_pkey" PRIMARY KEY ("activityId","relaisId")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "rule" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "activityId" UUID,
    "name" TEXT NOT NULL,
    "minMembers" INTEGER,
    "maxMembers" INTEGER,
    "rules" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortSession" (
    "cohortId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,

    CONSTRAINT "CohortSession_pkey" PRIMARY KEY ("cohortId","sessionId")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "activityIds" UUID[],
    "runAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "MembershipState" NOT NULL,
    "arrival" INTEGER NOT NULL DEFAULT 0,
    "from" DATE NOT NULL,
    "until" DATE,
    "children" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToTell" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "cause" "ToTellCause" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mailed" BOOLEAN NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "toldById" UUID,

    CONSTRAINT "ToTell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID,
    "kind" "AttendeeKind" NOT NULL,
    "label" TEXT,
    "state" "AttendanceState" NOT NULL,
    "arrivedLate" BOOLEAN NOT NULL DEFAULT false,
    "walkIn" BOOLEAN NOT NULL DEFAULT false,
    "broughtByParent" BOOLEAN NOT NULL DEFAULT false,
    "minutes" INTEGER NOT NULL DEFAULT 0,
    "hostRelaisId" UUID NOT NULL,
    "homeRelaisId" UUID,
    "communeId" UUID,
    "communeName" TEXT,
    "outside" BOOLEAN,
    "markId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "markedById" UUID,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendedChild" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "attendanceId" UUID NOT NULL,
    "childId" UUID,
    "fromMonths" INTEGER NOT NULL,
    "untilMonths" INTEGER NOT NULL,

    CONSTRAINT "AttendedChild_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tally" (
    "sessionId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "adults" INTEGER NOT NULL,
    "children" JSONB NOT NULL DEFAULT '[]',
    "hostRelaisId" UUID NOT NULL,
    "markId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "markedById" UUID,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "AttendanceMark" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "value" JSONB NOT NULL,
    "base" INTEGER NOT NULL,
    "outcome" "MarkOutcome" NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "AttendanceMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AccessRequest_relaisId_state_at_idx" ON "AccessRequest"("relaisId", "state", "at");

-- CreateIndex
CREATE INDEX "ActivityGuest_relaisId_idx" ON "ActivityGuest"("relaisId");

-- CreateIndex
CREATE INDEX "Series_activityId_idx" ON "Series"("activityId");

-- CreateIndex
CREATE INDEX "Cohort_relaisId_idx" ON "Cohort"("relaisId");

-- CreateIndex
CREATE INDEX "Cohort_activityId_idx" ON "Cohort"("activityId");

-- CreateIndex
CREATE INDEX "CohortSession_sessionId_idx" ON "CohortSession"("sessionId");

-- CreateIndex
CREATE INDEX "Announcement_relaisId_runAt_idx" ON "Announcement"("relaisId", "runAt");

-- CreateIndex
CREATE INDEX "Membership_cohortId_state_idx" ON "Membership"("cohortId", "state");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "ToTell_collectiviteId_at_idx" ON "ToTell"("collectiviteId", "at");

-- CreateIndex
CREATE INDEX "ToTell_sessionId_idx" ON "ToTell"("sessionId");

-- CreateIndex
CREATE INDEX "ToTell_enrollmentId_idx" ON "ToTell"("enrollmentId");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE INDEX "Attendance_hostRelaisId_idx" ON "Attendance"("hostRelaisId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_sessionId_personId_key" ON "Attendance"("sessionId", "personId");

-- CreateIndex
CREATE INDEX "AttendedChild_attendanceId_idx" ON "AttendedChild"("attendanceId");

-- CreateIndex
CREATE INDEX "AttendedChild_childId_idx" ON "AttendedChild"("childId");

-- CreateIndex
CREATE INDEX "AttendanceMark_sessionId_receivedAt_idx" ON "AttendanceMark"("sessionId", "receivedAt");

-- CreateIndex
CREATE INDEX "AttendanceMark_subjectId_idx" ON "AttendanceMark"("subjectId");

-- CreateIndex
CREATE INDEX "Enrollment_membershipId_idx" ON "Enrollment"("membershipId");

-- CreateIndex
CREATE INDEX "Session_seriesId_idx" ON "Session"("seriesId");

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityGuest" ADD CONSTRAINT "ActivityGuest_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityGuest" ADD CONSTRAINT "ActivityGuest_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSession" ADD CONSTRAINT "CohortSession_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSession" ADD CONSTRAINT "CohortSession_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToTell" ADD CONSTRAINT "ToTell_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToTell" ADD CONSTRAINT "ToTell_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToTell" ADD CONSTRAINT "ToTell_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendedChild" ADD CONSTRAINT "AttendedChild_attendanceId_fkey" FOREIGN KEY ("attendanceId") REFERENCES "Attendance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendedChild" ADD CONSTRAINT "AttendedChild_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tally" ADD CONSTRAINT "Tally_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- A name is found whatever its accents, capitals and order; a telephone by its digits.
CREATE FUNCTION plain_text(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(
    translate(
      regexp_replace(normalize(replace(replace(lower(words), 'œ', 'oe'), 'æ', 'ae'), NFD), '[\u0300-\u036f]', '', 'g'),
      '''’-', '   '),
    '\s+', ' ', 'g')
$$;
CREATE FUNCTION keep_search_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchName" := trim(plain_text(NEW."firstName" || ' ' || NEW."lastName" || ' ' || NEW."firstName"))
    || ' ' || regexp_replace(coalesce(NEW.phone, ''), '\D', '', 'g');
  RETURN NEW;
END
$$;
CREATE TRIGGER "Person_search_name" BEFORE INSERT OR UPDATE OF "firstName", "lastName", phone ON "Person"
  FOR EACH ROW EXECUTE FUNCTION keep_search_name();
UPDATE "Person" SET "firstName" = "firstName";

ALTER TABLE "Closure" ADD CONSTRAINT "Closure_of_one" CHECK (num_nonnulls("relaisId", "siteId", "personId") = 1);
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_in_order" CHECK (last >= first);

-- One live place per person and cohort.
CREATE UNIQUE INDEX "Membership_one_live" ON "Membership" ("cohortId", "personId")
  WHERE state IN ('APPLIED', 'WAITING', 'MEMBER');

ALTER TABLE "Tally" ADD CONSTRAINT "Tally_positive" CHECK (adults >= 0);

-- Marks are never changed nor removed; only their conflict is settled.
CREATE FUNCTION keep_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.value, NEW.base, NEW.outcome, NEW."markedAt", NEW."subjectId", NEW."sessionId")
     IS NOT DISTINCT FROM (OLD.value, OLD.base, OLD.outcome, OLD."markedAt", OLD."subjectId", OLD."sessionId") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a mark is kept as it was made' USING ERRCODE = 'RB002';
END
$$;
CREATE TRIGGER "AttendanceMark_kept" BEFORE UPDATE ON "AttendanceMark"
  FOR EACH ROW EXECUTE FUNCTION keep_marks();
