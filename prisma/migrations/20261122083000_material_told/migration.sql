-- Those enrolled were told of a document, once.
ALTER TABLE "Material" ADD COLUMN "toldAt" TIMESTAMPTZ(3);
