-- CreateEnum
CREATE TYPE "LineStage" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'VALIDATED', 'SCHEDULED', 'HELD', 'CLOSED', 'POSTPONED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "TrainingPayer" AS ENUM ('PLAN', 'RELAIS', 'CAF', 'OTHER');

-- CreateEnum
CREATE TYPE "FileStage" AS ENUM ('WISHED', 'GROUPED', 'COMPLETE', 'FUNDED', 'FROZEN', 'POSTPONED', 'CANCELLED', 'ATTENDED', 'CERTIFIED');

-- CreateEnum
CREATE TYPE "CertificateScope" AS ENUM ('SESSION', 'TRAINING', 'YEAR');

-- CreateEnum
CREATE TYPE "MaterialWhen" AS ENUM ('BEFORE', 'AFTER');

-- CreateEnum
CREATE TYPE "BillState" AS ENUM ('DONE', 'TO_INVOICE', 'INVOICED', 'PAID');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('CHANGE', 'OFFER', 'REMINDER', 'OPENING', 'DIGEST', 'TRAINING');

-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('MAIL', 'SMS', 'PUSH');

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "proposedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "TrainingPlan" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "TrainingPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanRelais" (
    "planId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,

    CONSTRAINT "PlanRelais_pkey" PRIMARY KEY ("planId","relaisId")
);

-- CreateTable
CREATE TABLE "TrainingOrganisation" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "siret" TEXT,
    "qualiopiNumber" TEXT,
    "qualiopiUntil" DATE,
    "contactName" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "TrainingOrganisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingLine" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "themeId" UUID,
    "title" TEXT NOT NULL,
    "organisationId" UUID,
    "suits" "NeedSuits"[],
    "minPeople" INTEGER NOT NULL DEFAULT 4,
    "maxPeople" INTEGER,
    "minutes" INTEGER,
    "costCents" INTEGER,
    "payer" "TrainingPayer",
    "replacement" TEXT NOT NULL DEFAULT '',
    "filesDueOn" DATE,
    "stage" "LineStage" NOT NULL DEFAULT 'DRAFT',
    "stageAt" TIMESTAMPTZ(3) NOT NULL,
    "activityId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "TrainingLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LineState" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "stage" "LineStage" NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "LineState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingFile" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "needId" UUID,
    "employer" TEXT NOT NULL DEFAULT '',
    "stage" "FileStage" NOT NULL DEFAULT 'GROUPED',
    "stageAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "TrainingFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileState" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "stage" "FileStage" NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "FileState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingResult" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "themeId" UUID,
    "obtained" BOOLEAN NOT NULL,
    "on" DATE NOT NULL,
    "expiresOn" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "TrainingResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeclaredProof" (
    "declaredId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeclaredProof_pkey" PRIMARY KEY ("declaredId")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "scope" "CertificateScope" NOT NULL,
    "sessionId" UUID,
    "activityId" UUID,
    "year" INTEGER,
    "facts" JSONB NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokedWhy" TEXT,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedCampaign" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "closesOn" DATE NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedById" UUID,

    CONSTRAINT "NeedCampaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedInvite" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "NeedInvite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackAsk" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FeedbackAsk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "marks" JSONB NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Material" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "sessionId" UUID,
    "when" "MaterialWhen" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "mediaType" TEXT,
    "bytes" INTEGER,
    "content" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Availability" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "free" BOOLEAN NOT NULL,
    "weekday" INTEGER,
    "from" DATE,
    "until" DATE,
    "part" "DayPart" NOT NULL DEFAULT 'WHOLE',
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Availability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetLine" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "BudgetLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentTerms" (
    "assignmentId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "prepMinutes" INTEGER NOT NULL DEFAULT 0,
    "rateCents" INTEGER,
    "lumpCents" INTEGER,
    "travelCents" INTEGER NOT NULL DEFAULT 0,
    "cancellation" TEXT NOT NULL DEFAULT '',
    "siret" TEXT NOT NULL DEFAULT '',
    "serviceCode" TEXT NOT NULL DEFAULT '',
    "commitment" TEXT NOT NULL DEFAULT '',
    "budgetLineId" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,

    CONSTRAINT "AssignmentTerms_pkey" PRIMARY KEY ("assignmentId")
);

-- CreateTable
CREATE TABLE "AssignmentBill" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "state" "BillState" NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssignmentBill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessagePreference" (
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MessagePreference_pkey" PRIMARY KEY ("personId","kind","channel")
);

-- CreateTable
CREATE TABLE "MessageHabits" (
    "personId" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "remindDays" INTEGER[],
    "quietFrom" INTEGER NOT NULL,
    "quietUntil" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MessageHabits_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ActivityKind",
    "relaisId" UUID,
    "siteId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingText" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "text" TEXT NOT NULL,
    "path" TEXT NOT NULL DEFAULT '',
    "kind" "MessageKind" NOT NULL,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailIntroduction" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "MailIntroduction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TrainingPlan_collectiviteId_year_idx" ON "TrainingPlan"("collectiviteId", "year");

-- CreateIndex
CREATE INDEX "PlanRelais_relaisId_idx" ON "PlanRelais"("relaisId");

-- CreateIndex
CREATE INDEX "TrainingOrganisation_collectiviteId_idx" ON "TrainingOrganisation"("collectiviteId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingLine_activityId_key" ON "TrainingLine"("activityId");

-- CreateIndex
CREATE INDEX "TrainingLine_planId_idx" ON "TrainingLine"("planId");

-- CreateIndex
CREATE INDEX "TrainingLine_relaisId_idx" ON "TrainingLine"("relaisId");

-- CreateIndex
CREATE INDEX "LineState_lineId_at_idx" ON "LineState"("lineId", "at");

-- CreateIndex
CREATE INDEX "TrainingFile_personId_idx" ON "TrainingFile"("personId");

-- CreateIndex
CREATE INDEX "TrainingFile_needId_idx" ON "TrainingFile"("needId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingFile_lineId_personId_key" ON "TrainingFile"("lineId", "personId");

-- CreateIndex
CREATE INDEX "FileState_fileId_at_idx" ON "FileState"("fileId", "at");

-- CreateIndex
CREATE INDEX "TrainingResult_personId_idx" ON "TrainingResult"("personId");

-- CreateIndex
CREATE INDEX "TrainingResult_collectiviteId_expiresOn_idx" ON "TrainingResult"("collectiviteId", "expiresOn");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingResult_activityId_personId_key" ON "TrainingResult"("activityId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_code_key" ON "Certificate"("code");

-- CreateIndex
CREATE INDEX "Certificate_personId_issuedAt_idx" ON "Certificate"("personId", "issuedAt");

-- CreateIndex
CREATE INDEX "Certificate_sessionId_idx" ON "Certificate"("sessionId");

-- CreateIndex
CREATE INDEX "Certificate_activityId_idx" ON "Certificate"("activityId");

-- CreateIndex
CREATE INDEX "NeedCampaign_relaisId_idx" ON "NeedCampaign"("relaisId");

-- CreateIndex
CREATE INDEX "NeedInvite_personId_idx" ON "NeedInvite"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "NeedInvite_campaignId_personId_key" ON "NeedInvite"("campaignId", "personId");

-- CreateIndex
CREATE INDEX "FeedbackAsk_personId_idx" ON "FeedbackAsk"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackAsk_activityId_personId_key" ON "FeedbackAsk"("activityId", "personId");

-- CreateIndex
CREATE INDEX "Feedback_activityId_idx" ON "Feedback"("activityId");

-- CreateIndex
CREATE INDEX "Material_activityId_idx" ON "Material"("activityId");

-- CreateIndex
CREATE INDEX "Material_sessionId_idx" ON "Material"("sessionId");

-- CreateIndex
CREATE INDEX "Availability_personId_idx" ON "Availability"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "BudgetLine_relaisId_year_label_key" ON "BudgetLine"("relaisId", "year", "label");

-- CreateIndex
CREATE INDEX "AssignmentTerms_budgetLineId_idx" ON "AssignmentTerms"("budgetLineId");

-- CreateIndex
CREATE INDEX "AssignmentBill_assignmentId_at_idx" ON "AssignmentBill"("assignmentId", "at");

-- CreateIndex
CREATE INDEX "Follow_personId_idx" ON "Follow"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "PushSubscription_personId_idx" ON "PushSubscription"("personId");

-- CreateIndex
CREATE INDEX "OutgoingText_state_notBefore_idx" ON "OutgoingText"("state", "notBefore");

-- CreateIndex
CREATE INDEX "OutgoingText_personId_queuedAt_idx" ON "OutgoingText"("personId", "queuedAt");

-- CreateIndex
CREATE INDEX "MailIntroduction_collectiviteId_template_at_idx" ON "MailIntroduction"("collectiviteId", "template", "at");

-- AddForeignKey
ALTER TABLE "PlanRelais" ADD CONSTRAINT "PlanRelais_planId_fkey" FOREIGN KEY ("planId") REFERENCES "TrainingPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanRelais" ADD CONSTRAINT "PlanRelais_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingLine" ADD CONSTRAINT "TrainingLine_planId_fkey" FOREIGN KEY ("planId") REFERENCES "TrainingPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingLine" ADD CONSTRAINT "TrainingLine_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingLine" ADD CONSTRAINT "TrainingLine_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "TrainingTheme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingLine" ADD CONSTRAINT "TrainingLine_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "TrainingOrganisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingLine" ADD CONSTRAINT "TrainingLine_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LineState" ADD CONSTRAINT "LineState_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "TrainingLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingFile" ADD CONSTRAINT "TrainingFile_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "TrainingLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingFile" ADD CONSTRAINT "TrainingFile_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingFile" ADD CONSTRAINT "TrainingFile_needId_fkey" FOREIGN KEY ("needId") REFERENCES "TrainingNeed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileState" ADD CONSTRAINT "FileState_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "TrainingFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingResult" ADD CONSTRAINT "TrainingResult_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingResult" ADD CONSTRAINT "TrainingResult_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingResult" ADD CONSTRAINT "TrainingResult_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "TrainingTheme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredProof" ADD CONSTRAINT "DeclaredProof_declaredId_fkey" FOREIGN KEY ("declaredId") REFERENCES "DeclaredTraining"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedCampaign" ADD CONSTRAINT "NeedCampaign_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedInvite" ADD CONSTRAINT "NeedInvite_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "NeedCampaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedInvite" ADD CONSTRAINT "NeedInvite_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackAsk" ADD CONSTRAINT "FeedbackAsk_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Availability" ADD CONSTRAINT "Availability_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentTerms" ADD CONSTRAINT "AssignmentTerms_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentTerms" ADD CONSTRAINT "AssignmentTerms_budgetLineId_fkey" FOREIGN KEY ("budgetLineId") REFERENCES "BudgetLine"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentBill" ADD CONSTRAINT "AssignmentBill_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessagePreference" ADD CONSTRAINT "MessagePreference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageHabits" ADD CONSTRAINT "MessageHabits_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingText" ADD CONSTRAINT "OutgoingText_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


