import { describe, expect, test } from 'vitest';

import { addStaff } from '#app/people/addStaff.server.ts';
import { createRelais } from '#app/people/createRelais.server.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { newRelaisForm } from '#app/people/new-relais.schema.server.ts';
import { newSiteForm } from '#app/people/new-site.schema.server.ts';
import { newStaffForm } from '#app/people/new-staff.schema.server.ts';
import { staffList } from '#app/people/staff-list.server.ts';
import { rolesInWords } from '#app/people/staff-words.ts';
import { teamSites } from '#app/people/team-sites.server.ts';
import { actorOf, countStatements, done, makeWorld, NOW } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase();

const relaisTyped = { nom: 'Relais d’Été', adresse: '1 rue Haute', telephone: '', email: '' };
const siteTyped = { nom: 'Salle haute', adresse: '', acces: '', plafond: '20', exclusif: true };
const staffTyped = { prenom: 'Zoé', nom: 'Blin', email: 'Zoe.Blin@exemple.fr', telephone: '', role: 'ANIMATOR' };

describe('an administrator begins with nothing', () => {
  test('adds a relais, a place and an animator; each once', async () => {
    const { collectiviteId, animatorId } = await makeWorld();
    const admin = actorOf(collectiviteId, animatorId, [{ role: 'ADMIN', relaisId: null }]);
    const relais = { ...newRelaisForm.parse(relaisTyped), collectiviteId };
    const { relaisId } = done(await createRelais(admin, relais, NOW));
    expect(await createRelais(admin, relais, NOW)).toMatchObject({ refusal: { code: 'SLUG_TAKEN' } });

    const site = newSiteForm.parse({ ...siteTyped, relais: [relaisId] });
    done(await createSite(admin, site, NOW));
    expect(await createSite(admin, site, NOW)).toMatchObject({ refusal: { code: 'SITE_KNOWN' } });
    const sites = await teamSites(admin);
    expect(sites?.sites.find(({ name }) => name === 'Salle haute')).toMatchObject({
      ...{ relais: ['Relais d’Été'], exclusive: true, maxPersons: 20 },
    });

    const someone = newStaffForm('2026-11-22').parse({ ...staffTyped, relais: [relaisId] });
    done(await addStaff(admin, { ...someone, collectiviteId }, NOW));
    expect(await addStaff(admin, { ...someone, collectiviteId }, NOW)).toMatchObject({
      refusal: { code: 'EMAIL_TAKEN' },
    });
    const zoe = (await staffList(admin, NOW))?.members.find(({ name }) => name === 'Zoé Blin');
    expect(zoe?.email).toBe('zoe.blin@exemple.fr');
    expect(rolesInWords(zoe?.roles ?? [])).toEqual(['Animatrice, animateur : Relais d’Été']);
  });

  test('nobody else sees the team, and only who plans sees the places', async () => {
    const { collectiviteId, north: relaisId, animatorId, animator } = await makeWorld();
    const secretary = actorOf(collectiviteId, animatorId, [{ role: 'SECRETARY', relaisId }]);
    const coordinator = actorOf(collectiviteId, animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
    expect(await staffList(animator, NOW)).toBeNull();
    expect(await staffList(coordinator, NOW)).toBeNull();
    expect(await teamSites(secretary)).toBeNull();
    expect((await teamSites(animator))?.relais).toHaveLength(1);
    const stranger = (await makeWorld()).animator;
    expect((await teamSites(stranger))?.sites.every(({ relais }) => relais.length > 0)).toBe(true);
  });

  test('as many queries for many places and people as for few', async () => {
    const { collectiviteId, north: relaisId, animatorId } = await makeWorld();
    const admin = actorOf(collectiviteId, animatorId, [{ role: 'ADMIN', relaisId: null }]);
    const read = async () => {
      await teamSites(admin);
      await staffList(admin, NOW);
    };
    const few = await countStatements(read);
    for (let index = 0; index < 10; index += 1) {
      done(await createSite(admin, { name: `Salle ${index}`, uses: [{ relaisId }] }, NOW));
      const typed = { ...staffTyped, email: `equipe${index}@exemple.fr`, relais: [relaisId] };
      done(await addStaff(admin, { ...newStaffForm('2026-11-22').parse(typed), collectiviteId }, NOW));
    }
    expect(await countStatements(read)).toBe(few);
  });

  test('says what is missing', () => {
    const sentences = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
      parsed.error?.issues.map(({ message }) => message);
    expect(sentences(newSiteForm.safeParse({ ...siteTyped, plafond: 'vingt', relais: [] }))).toEqual([
      'Écrivez un nombre de personnes, ou rien.',
      'Cochez au moins un relais.',
    ]);
    const nowhere = newStaffForm('2026-11-22').safeParse({ ...staffTyped, relais: [] });
    expect(sentences(nowhere)).toEqual(['Cochez au moins un relais.']);
    expect(newStaffForm('2026-11-22').parse({ ...staffTyped, role: 'ADMIN', relais: [] }).roles).toEqual([
      { role: 'ADMIN', relaisId: null, from: '2026-11-22' },
    ]);
    expect(sentences(newRelaisForm.safeParse({ ...relaisTyped, nom: ' ', email: 'x' }))).toHaveLength(2);
  });
});
