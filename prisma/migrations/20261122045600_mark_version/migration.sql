-- The version of its line once the mark was received: whoever marks from an older one had not seen it.
ALTER TABLE "AttendanceMark" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
