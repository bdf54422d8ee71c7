-- Who asked an intervenant to come, and what he must know of the room and the equipment.
ALTER TABLE "Assignment" ADD COLUMN "proposedById" UUID;
ALTER TABLE "AssignmentTerms" ADD COLUMN "practical" TEXT NOT NULL DEFAULT '';
