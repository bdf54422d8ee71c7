import type { Browser } from '@playwright/test';
import { accountOf, rows } from './database.ts';
import { expect, loginQuietly, type Page } from './fixtures.ts';

export type Learner = {
  readonly personId: string;
  readonly name: string;
  /** As lists sort them: last name first. */
  readonly listed: string;
  readonly email: string;
  readonly account: string;
};

/** AMs of the relais whom other journeys leave alone, with an e-mail; the last of each name first. */
export async function learnersOf(relaisId: string, count: number): Promise<Learner[]> {
  const found = await rows(
    `SELECT p.id, p.email, p."firstName" || ' ' || p."lastName" AS name,
            p."lastName" || ' ' || p."firstName" AS listed FROM "Professional" pr
       JOIN "Person" p ON p.id = pr."personId" AND p.email IS NOT NULL
       JOIN "RelaisMembership" m ON m."professionalId" = pr.id AND m.home AND m.until IS NULL AND m."relaisId" = $1
      WHERE pr.kind = 'ASSISTANTE_MATERNELLE' AND p.email !~ '^(nadia.morel|awa.diallo)@'
        AND coalesce((SELECT s.status::text FROM "ProfessionalStatus" s WHERE s."professionalId" = pr.id
                       ORDER BY s."from" DESC LIMIT 1), 'ACTIVE') = 'ACTIVE'
      ORDER BY p."lastName" DESC, p."firstName" DESC, p.id LIMIT $2`,
    [relaisId, count],
  );
  return found.map(({ id = '', email = '', name = '', listed = '' }) => ({
    personId: id,
    email,
    name,
    listed,
    account: accountOf(email),
  }));
}

/** A phone without script, where an AM is signed in. */
export async function phoneOf(browser: Browser, account: string): Promise<Page> {
  return plainPage(browser, account, { width: 390, height: 844 });
}

/** A page without script: the same forms, quicker where a journey repeats a deed. */
export async function plainPage(browser: Browser, account: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport });
  const page = await context.newPage();
  await page.goto('/connexion');
  await loginQuietly(page, account);
  return page;
}

/** Presses a button that posts; refuses an answer that is not done. */
export async function submit(page: Page, button: string | RegExp): Promise<void> {
  const posted = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('main').getByRole('button', { name: button }).click();
  expect((await posted).status()).toBe(303);
  await page.waitForLoadState();
}

/** The id of a record, from the end of its page's address. */
export const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
