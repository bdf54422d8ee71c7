import { SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { acceptReglement } from '#app/people/acceptReglement.server.ts';
import { addIntervenant } from '#app/people/addIntervenant.server.ts';
import { addProfessionals } from '#app/people/addProfessionals.server.ts';
import { addStaff } from '#app/people/addStaff.server.ts';
import { labelChild } from '#app/people/labelChild.server.ts';
import { publishReglement } from '#app/people/publishReglement.server.ts';
import { addMonths, localDate } from '#app/time/local.ts';
import { ACCOUNTS, professionals } from './professionals.ts';
import { CHILD_LABELS, demoEmail, fictionalPhone } from './names.ts';
import { REGLEMENT_TITLE, REGLEMENT_VERSIONS } from './reglement.ts';
import { INTERVENANTS, STAFF } from './staff.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld, FilledProfessional } from './world.ts';

type Before = Omit<DemoWorld, 'staff' | 'professionals'>;

/** Staff, intervenants, professionals, their règlement and the children they name. */
export async function fillPeople(world: Before): Promise<Pick<DemoWorld, 'staff' | 'professionals'>> {
  const staff = new Map([...(await fillStaff(world)), ...(await fillIntervenants(world))]);
  const files = professionals(world);
  const { personIds } = succeed(
    await addProfessionals(
      SYSTEM,
      files.map(({ file }) => file),
      world.plannedAt,
    ),
  );
  const filled = files.map(({ file, relais, active, account }, index): FilledProfessional => {
    return { personId: personIds[index] ?? '', kind: file.kind, relais, active, account };
  });
  await fillReglement(world, filled);
  for (const [index] of ACCOUNTS.entries()) {
    await fillChildren(world, filled[index]?.personId ?? '', CHILD_LABELS.slice(2 * index, 2 * index + 2));
  }
  return { staff, professionals: filled };
}

/** A professional as she signs in. */
export function asHerself({ collectiviteId }: Pick<DemoWorld, 'collectiviteId'>, personId: string): PersonActor {
  return { kind: 'person', personId, collectiviteId, name: '', professionalId: null, intervenantId: null, roles: [] };
}

async function fillStaff({ collectiviteId, relais, plannedAt }: Before): Promise<[string, string][]> {
  const added: [string, string][] = [];
  for (const [index, { firstName, lastName, account, role, relais: where }] of STAFF.entries()) {
    const relaisIds = where === null ? [null] : where.map((at) => relais[at]?.id ?? '');
    const roles = relaisIds.map((relaisId) => ({ role, relaisId, from: '2022-01-01' }));
    const person = { firstName, lastName, email: demoEmail(account), phone: fictionalPhone(100 + index) };
    const { personId } = succeed(await addStaff(SYSTEM, { collectiviteId, ...person, roles }, plannedAt));
    added.push([account, personId]);
  }
  return added;
}

async function fillIntervenants({ relais, plannedAt }: Before): Promise<[string, string][]> {
  const added: [string, string][] = [];
  for (const [index, { account, ...person }] of INTERVENANTS.entries()) {
    const contact = { email: demoEmail(account), phone: fictionalPhone(200 + index) };
    const input = { relaisId: relais[0]?.id ?? '', ...person, ...contact };
    added.push([account, succeed(await addIntervenant(SYSTEM, input, plannedAt)).personId]);
  }
  return added;
}

/** Two versions; nearly everyone has accepted the one in force, the one-click accounts among them. */
async function fillReglement(world: Before, filled: readonly FilledProfessional[]): Promise<void> {
  const { collectiviteId, year, plannedAt, random } = world;
  const dates = ['2024-09-01', addMonths(year.first, -2)];
  let reglementId = '';
  for (const [index, body] of REGLEMENT_VERSIONS.entries()) {
    const effectiveFrom = dates[index] ?? year.first;
    const version = { of: { collectiviteId }, kind: 'REGLEMENT', title: REGLEMENT_TITLE, body, effectiveFrom } as const;
    ({ reglementId } = succeed(await publishReglement(SYSTEM, version, plannedAt)));
  }
  const personIds = filled
    .filter((_, index) => index < ACCOUNTS.length || random.chance(94))
    .map((one) => one.personId);
  succeed(await acceptReglement(SYSTEM, { reglementId, onBehalf: { personIds, mode: 'ONLINE' } }, plannedAt));
}

async function fillChildren(world: Before, personId: string, labels: readonly string[]): Promise<void> {
  const today = localDate(world.now, world.zone);
  for (const [index, label] of labels.entries()) {
    const birthMonth = addMonths(today, index === 0 ? -14 : -28).slice(0, 7);
    const child = { label, birthMonth, own: false };
    succeed(await labelChild(asHerself(world, personId), child, world.now));
  }
}
