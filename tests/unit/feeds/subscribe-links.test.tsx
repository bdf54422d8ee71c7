import { HtmlValidate } from 'html-validate';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { privateFeedUrl, subscribeAddresses } from '#app/feeds/subscribe-addresses.ts';
import { SubscribeLinks } from '#app/feeds/subscribe-links.tsx';

const URL_GIVEN = 'https://relais.example/relais/nord/agenda.ics?type=atelier';

it('gives https, webcal and Google’s page', () => {
  expect(subscribeAddresses(URL_GIVEN)).toEqual({
    https: URL_GIVEN,
    webcal: 'webcal://relais.example/relais/nord/agenda.ics?type=atelier',
    google:
      'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Frelais.example%2Frelais%2Fnord%2Fagenda.ics%3Ftype%3Datelier',
  });
  expect(privateFeedUrl('a-b', 'https://relais.example')).toBe('https://relais.example/agenda/a-b.ics');
});

it('is valid HTML with plain links, and says what Google does', async () => {
  const body = renderToStaticMarkup(<SubscribeLinks url={URL_GIVEN} />);
  expect(body).toContain('href="webcal://relais.example');
  expect(body).toMatch(/Google relit un agenda toutes les 8 à 24 heures : une annulation du jour/);
  const page = `<!DOCTYPE html><html lang="fr"><head><title>Agenda</title></head><body><h1>Agenda</h1>${body}</body></html>`;
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      'doctype-style': 'off',
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'attr-case': 'off',
    },
  });
  const report = await validator.validateString(page);
  expect(report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([]);
});
