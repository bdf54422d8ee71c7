-- CreateEnum
CREATE TYPE "NeedSource" AS ENUM ('SELF', 'INTERVIEW', 'TELEPHONE', 'CAMPAIGN', 'RENEWAL');

-- CreateEnum
CREATE TYPE "NeedUrgency" AS ENUM ('SOMEDAY', 'THIS_YEAR', 'URGENT');

-- CreateEnum
CREATE TYPE "NeedSuits" AS ENUM ('SATURDAY', 'WEEKDAY', 'EVENING', 'REMOTE', 'NEARBY');

-- CreateTable
CREATE TABLE "DatedSetting" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "DatedSetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingTheme" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "relaisId" UUID,
    "title" TEXT NOT NULL,
    "hours" DOUBLE PRECISION,
    "renewalMonths" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "TrainingTheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingNeed" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "relaisId" UUID NOT NULL,
    "themeId" UUID,
    "words" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL DEFAULT '',
    "suits" "NeedSuits"[],
    "urgency" "NeedUrgency" NOT NULL DEFAULT 'SOMEDAY',
    "source" "NeedSource" NOT NULL DEFAULT 'SELF',
    "dueOn" DATE,
    "renewsId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "TrainingNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeclaredTraining" (
    "id" UUID NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "themeId" UUID,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "initial" BOOLEAN NOT NULL DEFAULT false,
    "expiresOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeclaredTraining_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DatedSetting_collectiviteId_key_from_key" ON "DatedSetting"("collectiviteId", "key", "from");

-- CreateIndex
CREATE INDEX "TrainingTheme_collectiviteId_idx" ON "TrainingTheme"("collectiviteId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingNeed_renewsId_key" ON "TrainingNeed"("renewsId");

-- CreateIndex
CREATE INDEX "TrainingNeed_personId_idx" ON "TrainingNeed"("personId");

-- CreateIndex
CREATE INDEX "TrainingNeed_relaisId_createdAt_idx" ON "TrainingNeed"("relaisId", "createdAt");

-- CreateIndex
CREATE INDEX "DeclaredTraining_personId_on_idx" ON "DeclaredTraining"("personId", "on");

-- CreateIndex
CREATE INDEX "DeclaredTraining_collectiviteId_expiresOn_idx" ON "DeclaredTraining"("collectiviteId", "expiresOn");

-- AddForeignKey
ALTER TABLE "TrainingNeed" ADD CONSTRAINT "TrainingNeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingNeed" ADD CONSTRAINT "TrainingNeed_relaisId_fkey" FOREIGN KEY ("relaisId") REFERENCES "Relais"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingNeed" ADD CONSTRAINT "TrainingNeed_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "TrainingTheme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredTraining" ADD CONSTRAINT "DeclaredTraining_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredTraining" ADD CONSTRAINT "DeclaredTraining_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "TrainingTheme"("id") ON DELETE SET NULL ON UPDATE CASCADE;



ALTER TABLE "TrainingNeed" ADD CONSTRAINT "TrainingNeed_says_something" CHECK ("themeId" IS NOT NULL OR words <> '');
ALTER TABLE "DeclaredTraining" ADD CONSTRAINT "DeclaredTraining_lasts" CHECK (minutes > 0);
