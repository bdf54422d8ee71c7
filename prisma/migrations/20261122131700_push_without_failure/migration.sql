-- Browsers that refuse for good are forgotten at once: nothing was ever noted here.
ALTER TABLE "PushSubscription" DROP COLUMN "failedAt";
