-- Someone was told of an expiry, or got the month's list of them: told once.
CREATE TABLE "ExpiryNotice" (
    "personId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "collectiviteId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExpiryNotice_pkey" PRIMARY KEY ("personId", "about")
);

ALTER TABLE "ExpiryNotice" ADD CONSTRAINT "ExpiryNotice_personId_fkey"
    FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
