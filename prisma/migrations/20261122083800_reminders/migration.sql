-- AlterTable
ALTER TABLE "MessageHabits" ADD COLUMN "digestAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Reminder" (
    "collectiviteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("personId","day","daysBefore")
);

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
