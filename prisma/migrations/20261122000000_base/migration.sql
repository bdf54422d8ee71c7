CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Zone" AS ENUM ('A', 'B', 'C');

-- CreateEnum
CREATE TYPE "CommuneReason" AS ENUM ('OWN', 'AGREEMENT');

-- CreateEnum
CREATE TYPE "SiteKind" AS ENUM ('PLACE', 'REMOTE', 'TO_CONFIRM');

-- CreateEnum
CREATE TYPE "ProfessionalKind" AS ENUM ('ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE');

-- CreateEnum
CREATE TYPE "WorkStatus" AS ENUM ('ACTIVE', 'PAUSED', 'CEASED');

-- CreateEnum
CREATE TYPE "ParticipantKind" AS ENUM ('PARENT', 'FUTURE_PARENT', 'TRAINEE', 'OTHER');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "ReglementKind" AS ENUM ('REGLEMENT', 'CHARTE');

-- CreateEnum
CREATE TYPE "AcceptanceMode" AS ENUM ('ONLINE', 'ON_PAPER', 'TO_SIGN');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('ATELIER', 'REUNION', 'ANALYSE', 'FORMATION', 'PASSERELLE', 'EVENEMENT', 'PERMANENCE');

-- CreateEnum
CREATE TYPE "PublicationState" AS ENUM ('DRAFT', 'PUBLISHED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AssignmentRole" AS ENUM ('ANIMATOR', 'INTERVENANT');

-- CreateEnum
CREATE TYPE "AssignmentState" AS ENUM ('PROPOSED', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "EnrollmentState" AS ENUM ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED', 'WITHDRAWN', 'REFUSED', 'EXPIRED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ServingWish" AS ENUM ('ENROLL', 'ASK');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED');

-- CreateTable
CREATE TABLE "Collectivite" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" "Zone" NOT NULL DEFAULT 'B',
    "timezone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "ageBands" INTEGER[] DEFAULT ARRAY[18, 36, 72]::INTEGER[],
    "legal" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Collectivite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commune" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "insee" TEXT,
    "postalCode" TEXT,

    CONSTRAINT "Commune_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relais" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "email" TEXT,
    "bookingDefaults" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Relais_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelaisCommune" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "communeId" UUID NOT NULL,
    "reason" "CommuneReason" NOT NULL DEFAULT 'OWN',
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "RelaisCommune_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelaisContact" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "sector" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RelaisContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "kind" "SiteKind" NOT NULL DEFAULT 'PLACE',
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "communeId" UUID,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "accessNotes" TEXT NOT NULL DEFAULT '',
    "maxPersons" INTEGER,
    "countsStaff" BOOLEAN NOT NULL DEFAULT false,
    "exclusive" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiteUse" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "from" DATE,
    "until" DATE,
    "weekdays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "SiteUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Professional" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ProfessionalKind" NOT NULL DEFAULT 'ASSISTANTE_MATERNELLE',
    "communeId" UUID,

    CONSTRAINT "Professional_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProfessionalStatus" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "professionalId" UUID NOT NULL,
    "status" "WorkStatus" NOT NULL,
    "from" DATE NOT NULL,

    CONSTRAINT "ProfessionalStatus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelaisMembership" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "professionalId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "home" BOOLEAN NOT NULL DEFAULT false,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "RelaisMembership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agrement" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "professionalId" UUID NOT NULL,
    "children" INTEGER NOT NULL,
    "underThree" INTEGER,
    "restrictions" TEXT NOT NULL DEFAULT '',
    "validFrom" DATE NOT NULL,
    "validUntil" DATE,

    CONSTRAINT "Agrement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ParticipantKind" NOT NULL,
    "broughtById" UUID,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Child" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "birthMonth" DATE,
    "own" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffRole" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "relaisId" UUID,
    "role" "Role" NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "StaffRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Intervenant" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "profession" TEXT NOT NULL,
    "organisation" TEXT,

    CONSTRAINT "Intervenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reglement" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID,
    "kind" "ReglementKind" NOT NULL DEFAULT 'REGLEMENT',
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,

    CONSTRAINT "Reglement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Acceptance" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reglementId" UUID NOT NULL,
    "mode" "AcceptanceMode" NOT NULL DEFAULT 'ONLINE',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID,

    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Closure" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID,
    "siteId" UUID,
    "personId" UUID,
    "first" DATE NOT NULL,
    "last" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolHoliday" (
    "id" UUID NOT NULL,
    "zone" "Zone" NOT NULL,
    "year" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "first" DATE NOT NULL,
    "last" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "SchoolHoliday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "state" "PublicationState" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "bring" TEXT NOT NULL DEFAULT '',
    "ageMinMonths" INTEGER,
    "ageMaxMonths" INTEGER,
    "maxAdults" INTEGER,
    "maxChildren" INTEGER,
    "bookingRules" JSONB NOT NULL DEFAULT '{}',
    "importKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "state" "PublicationState" NOT NULL DEFAULT 'DRAFT',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "prepMinutes" INTEGER NOT NULL DEFAULT 0,
    "tidyMinutes" INTEGER NOT NULL DEFAULT 0,
    "maxAdults" INTEGER,
    "maxChildren" INTEGER,
    "theme" TEXT,
    "audience" TEXT,
    "bring" TEXT,
    "ageMinMonths" INTEGER,
    "ageMaxMonths" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,
    "nextArrival" INTEGER NOT NULL DEFAULT 1,
    "publishedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "AssignmentRole" NOT NULL,
    "state" "AssignmentState" NOT NULL DEFAULT 'ACCEPTED',

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occupation" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "resource" TEXT NOT NULL,
    "during" tstzrange NOT NULL,
    "overridden" BOOLEAN NOT NULL DEFAULT false,
    "overrideReason" TEXT,
    "overriddenById" UUID,

    CONSTRAINT "Occupation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrollment" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "EnrollmentState" NOT NULL,
    "arrival" INTEGER NOT NULL,
    "wish" "ServingWish" NOT NULL DEFAULT 'ASK',
    "requestReasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "declared" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "passedOver" INTEGER NOT NULL DEFAULT 0,
    "offerRound" INTEGER NOT NULL DEFAULT 0,
    "offerExpiresAt" TIMESTAMPTZ(3),
    "overlapFlagged" BOOLEAN NOT NULL DEFAULT false,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "skipReason" TEXT,
    "acceptedBeyond" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnrolledChild" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "childId" UUID,
    "fromMonths" INTEGER NOT NULL,
    "untilMonths" INTEGER NOT NULL,

    CONSTRAINT "EnrolledChild_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("sessionId","personId")
);

-- CreateTable
CREATE TABLE "History" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "History_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID,
    "personId" UUID,
    "to" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "invitationUid" TEXT,
    "invitationMethod" TEXT,
    "messageId" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "method" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "CalendarEvent" (
    "uid" TEXT NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "enrollmentId" UUID,
    "personId" UUID,
    "siteId" UUID NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "public" BOOLEAN NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "modifiedAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "CalendarEvent_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "FeedState" (
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "modifiedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FeedState_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "FeedToken" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthSession" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuthSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginCode" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LoginCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Collectivite_slug_key" ON "Collectivite"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Commune_collectiviteId_name_key" ON "Commune"("collectiviteId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Relais_slug_key" ON "Relais"("slug");

-- CreateIndex
CREATE INDEX "Relais_collectiviteId_idx" ON "Relais"("collectiviteId");

-- CreateIndex
CREATE INDEX "RelaisCommune_relaisId_idx" ON "RelaisCommune"("relaisId");

-- CreateIndex
CREATE INDEX "RelaisCommune_communeId_idx" ON "RelaisCommune"("communeId");

-- CreateIndex
CREATE INDEX "RelaisContact_relaisId_idx" ON "RelaisContact"("relaisId");

-- CreateIndex
CREATE INDEX "Site_collectiviteId_idx" ON "Site"("collectiviteId");

-- CreateIndex
CREATE INDEX "SiteUse_siteId_idx" ON "SiteUse"("siteId");

-- CreateIndex
CREATE INDEX "SiteUse_relaisId_idx" ON "SiteUse"("relaisId");

-- CreateIndex
CREATE INDEX "Person_email_idx" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_collectiviteId_email_key" ON "Person"("collectiviteId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Professional_personId_key" ON "Professional"("personId");

-- CreateIndex
CREATE INDEX "Professional_collectiviteId_idx" ON "Professional"("collectiviteId");

-- CreateIndex
CREATE INDEX "Professional_communeId_idx" ON "Professional"("communeId");

-- CreateIndex
CREATE INDEX "ProfessionalStatus_professionalId_from_idx" ON "ProfessionalStatus"("professionalId", "from");

-- CreateIndex
CREATE INDEX "RelaisMembership_professionalId_idx" ON "RelaisMembership"("professionalId");

-- CreateIndex
CREATE INDEX "RelaisMembership_relaisId_idx" ON "RelaisMembership"("relaisId");

-- CreateIndex
CREATE INDEX "Agrement_professionalId_validFrom_idx" ON "Agrement"("professionalId", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_personId_key" ON "Participant"("personId");

-- CreateIndex
CREATE INDEX "Child_personId_idx" ON "Child"("personId");

-- CreateIndex
CREATE INDEX "StaffRole_personId_idx" ON "StaffRole"("personId");

-- CreateIndex
CREATE INDEX "StaffRole_relaisId_idx" ON "StaffRole"("relaisId");

-- CreateIndex
CREATE UNIQUE INDEX "Intervenant_personId_key" ON "Intervenant"("personId");

-- CreateIndex
CREATE INDEX "Reglement_collectiviteId_relaisId_idx" ON "Reglement"("collectiviteId", "relaisId");

-- CreateIndex
CREATE UNIQUE INDEX "Acceptance_personId_reglementId_key" ON "Acceptance"("personId", "reglementId");

-- CreateIndex
CREATE INDEX "Closure_collectiviteId_last_idx" ON "Closure"("collectiviteId", "last");

-- CreateIndex
CREATE UNIQUE INDEX "SchoolHoliday_zone_year_name_key" ON "SchoolHoliday"("zone", "year", "name");

-- CreateIndex
CREATE INDEX "Activity_relaisId_idx" ON "Activity"("relaisId");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_collectiviteId_importKey_key" ON "Activity"("collectiviteId", "importKey");

-- CreateIndex
CREATE INDEX "Session_collectiviteId_state_startsAt_id_idx" ON "Session"("collectiviteId", "state", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Session_relaisId_state_startsAt_idx" ON "Session"("relaisId", "state", "startsAt");

-- CreateIndex
CREATE INDEX "Session_siteId_startsAt_idx" ON "Session"("siteId", "startsAt");

-- CreateIndex
CREATE INDEX "Session_activityId_startsAt_idx" ON "Session"("activityId", "startsAt");

-- CreateIndex
CREATE INDEX "Assignment_personId_idx" ON "Assignment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_sessionId_personId_key" ON "Assignment"("sessionId", "personId");

-- CreateIndex
CREATE INDEX "Occupation_sessionId_idx" ON "Occupation"("sessionId");

-- CreateIndex
CREATE INDEX "Enrollment_sessionId_state_arrival_idx" ON "Enrollment"("sessionId", "state", "arrival");

-- CreateIndex
CREATE INDEX "Enrollment_personId_state_idx" ON "Enrollment"("personId", "state");

-- CreateIndex
CREATE INDEX "EnrolledChild_enrollmentId_idx" ON "EnrolledChild"("enrollmentId");

-- CreateIndex
CREATE INDEX "EnrolledChild_childId_idx" ON "EnrolledChild"("childId");

-- CreateIndex
CREATE INDEX "Presence_personId_at_idx" ON "Presence"("personId", "at");

-- CreateIndex
CREATE INDEX "History_subject_subjectId_at_idx" ON "History"("subject", "subjectId", "at");

-- CreateIndex
CREATE INDEX "History_collectiviteId_at_idx" ON "History"("collectiviteId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_messageId_key" ON "OutgoingMail"("messageId");

-- CreateIndex
CREATE INDEX "OutgoingMail_state_queuedAt_idx" ON "OutgoingMail"("state", "queuedAt");

-- CreateIndex
CREATE INDEX "OutgoingMail_personId_queuedAt_idx" ON "OutgoingMail"("personId", "queuedAt");

-- CreateIndex
CREATE INDEX "OutgoingMail_queuedAt_idx" ON "OutgoingMail"("queuedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarEvent_enrollmentId_key" ON "CalendarEvent"("enrollmentId");

-- CreateIndex
CREATE INDEX "CalendarEvent_relaisId_public_startsAt_idx" ON "CalendarEvent"("relaisId", "public", "startsAt");

-- CreateIndex
CREATE INDEX "CalendarEvent_personId_startsAt_idx" ON "CalendarEvent"("personId", "startsAt");

-- CreateIndex
CREATE INDEX "CalendarEvent_sessionId_idx" ON "CalendarEvent"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedToken_tokenHash_key" ON "FeedToken"("tokenHash");

-- CreateIndex
CREATE INDEX "FeedToken_personId_idx" ON "FeedToken"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AuthSession_tokenHash_key" ON "AuthSession"("tokenHash");

-- CreateIndex
CREATE INDEX "AuthSession_personId_idx" ON "AuthSession"("personId");

-- CreateIndex
CREATE INDEX "AuthSession_expiresAt_idx" ON "AuthSession"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "LoginCode_linkHash_key" ON "LoginCode"("linkHash");

-- CreateIndex
CREATE INDEX "LoginCode_email_createdAt_idx" ON "LoginCode"("email", "createdAt");

-- CreateIndex
CREATE INDEX "LoginCode_browserHash_idx" ON "LoginCode"("browserHash");

-- AddForeignKey
ALTER TABLE "Commune" ADD CONSTRAINT "Commune_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relais" ADD CONSTRAINT "Relais_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelaisCommune" ADD CONSTRAINT "RelaisCommune_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelaisCommune" ADD CONSTRAINT "RelaisCommune_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "Commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelaisContact" ADD CONSTRAINT "RelaisContact_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "Commune"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteUse" ADD CONSTRAINT "SiteUse_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteUse" ADD CONSTRAINT "SiteUse_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Professional" ADD CONSTRAINT "Professional_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Professional" ADD CONSTRAINT "Professional_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Professional" ADD CONSTRAINT "Professional_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "Commune"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfessionalStatus" ADD CONSTRAINT "ProfessionalStatus_professionalId_fkey" FOREIGN KEY ("professionalId") REFERENCES "Professional"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelaisMembership" ADD CONSTRAINT "RelaisMembership_professionalId_fkey" FOREIGN KEY ("professionalId") REFERENCES "Professional"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelaisMembership" ADD CONSTRAINT "RelaisMembership_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agrement" ADD CONSTRAINT "Agrement_professionalId_fkey" FOREIGN KEY ("professionalId") REFERENCES "Professional"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Child" ADD CONSTRAINT "Child_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffRole" ADD CONSTRAINT "StaffRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffRole" ADD CONSTRAINT "StaffRole_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intervenant" ADD CONSTRAINT "Intervenant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reglement" ADD CONSTRAINT "Reglement_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_reglementId_fkey" FOREIGN KEY ("reglementId") REFERENCES "Reglement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_collectiviteId_fkey" FOREIGN KEY ("collectiviteId") REFERENCES "Collectivite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occupation" ADD CONSTRAINT "Occupation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolledChild" ADD CONSTRAINT "EnrolledChild_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolledChild" ADD CONSTRAINT "EnrolledChild_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedToken" ADD CONSTRAINT "FeedToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthSession" ADD CONSTRAINT "AuthSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


