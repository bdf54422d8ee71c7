-- Attempts counted by the auth room. Outside Prisma's schema: one statement writes it, nothing joins it. Unlogged: a
-- crash may forget the counts, and nobody needs them in a backup.
CREATE SCHEMA IF NOT EXISTS limits;

CREATE UNLOGGED TABLE IF NOT EXISTS limits.attempt (
  key text PRIMARY KEY,
  points integer NOT NULL,
  reset_at timestamptz(3) NOT NULL
);

CREATE INDEX IF NOT EXISTS attempt_reset_at_idx ON limits.attempt (reset_at);
