import type { Tx } from '#app/db/client.server.ts';
import type { Chosen } from '#app/mail/channels.ts';
import type { QuietHours } from '#app/mail/quiet-hours.ts';

type Whose = { personId: string; collectiviteId: string };

/** What she chose, in the caller's transaction; what is not given stays as it was. */
export async function savePreferences(
  tx: Tx,
  { personId, collectiviteId }: Whose,
  chosen: readonly Chosen[],
  now: Date,
): Promise<void> {
  if (chosen.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "MessagePreference" AS m ("personId", "collectiviteId", kind, channel, wanted, at)
    SELECT ${personId}::uuid, ${collectiviteId}::uuid, r.kind::"MessageKind", r.channel::"MessageChannel", r.wanted,
           ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) AS r (kind text, channel text, wanted boolean)
    ON CONFLICT ("personId", kind, channel) DO UPDATE SET wanted = EXCLUDED.wanted, at = EXCLUDED.at
      WHERE m.wanted <> EXCLUDED.wanted`;
}

export type Habits = { remindDays: readonly number[]; quiet: QuietHours };

/** When she is reminded, and left in peace. */
export async function saveHabits(
  tx: Tx,
  { personId, collectiviteId }: Whose,
  { remindDays, quiet }: Habits,
  now: Date,
): Promise<void> {
  const said = { remindDays: [...remindDays], quietFrom: quiet.from, quietUntil: quiet.until, at: now };
  await tx.messageHabits.upsert({
    where: { personId },
    create: { personId, collectiviteId, ...said },
    update: said,
  });
}
