import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';

type Options = {
  /** what the browser's console may say in this test: a page that answers 404 is an error for it */
  consoleMaySay: RegExp | null;
};

/** A page whose console errors, uncaught exceptions and refused content fail the test. */
export const test = base.extend<Options>({
  consoleMaySay: [null, { option: true }],
  page: async ({ page, consoleMaySay }, use) => {
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await use(page);
    expect(said.filter((words) => !consoleMaySay?.test(words))).toEqual([]);
  },
});

export { expect, type Page };

/** What a browser writes in its console for a page that answers 4xx. */
export const REFUSED_PAGE = /status of 4\d\d/;

/** Signs in to a demo account with its button, as anyone would. */
export async function login(page: Page, compte: string): Promise<void> {
  await page.goto('/connexion');
  await page.locator(`button[name=compte][value="${compte}"]`).click();
  await expect(page).not.toHaveURL(/\/connexion/);
}

/** Signs in any demo account, also those without a button. */
export async function loginQuietly(page: Page, compte: string): Promise<void> {
  const { origin } = new URL(baseOf(page));
  const answer = await page.request.post('/connexion', {
    form: { compte },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  expect(answer.status()).toBeGreaterThanOrEqual(300);
  expect(answer.status()).toBeLessThan(400);
}

function baseOf(page: Page): string {
  const url = page.url();
  return url.startsWith('http') ? url : `http://127.0.0.1:${process.env.E2E_PORT ?? '4517'}`;
}

/** What a page says was just done, on top of it. */
export const flash = (page: Page) => page.locator('[role=status]:has(.notice)').first();

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/**
 * No violation of WCAG 2.2 AA nor of the RGAA that a tool can see. Only violations are detailed, within the page itself
 * since it has no frames: a third of the time otherwise taken.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((n) => `  ${n.html}`).join('\n')}`,
  );
  expect(found, page.url()).toEqual([]);
}

/** Nothing sticks out of the screen's side. */
export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Nor with letters twice as large, as many set them on their phone. */
export async function expectFitsLarger(page: Page): Promise<void> {
  const size = (value: string) => page.evaluate((is) => void (document.documentElement.style.fontSize = is), value);
  await size('200%');
  await expectFits(page);
  await size('');
}
