import { HtmlValidate } from 'html-validate/node';
import { describe, expect, it } from 'vitest';

import { mailLink } from '#app/mail/links.server.ts';
import { renderMail } from '#app/mail/renderMail.server.ts';
import type { MailContent } from '#app/mail/templates.ts';
import { keepHours } from '#app/time/french.ts';

import { contents, enrollmentId, session } from './contents.ts';

const site = { appUrl: 'https://rpe.exemple.fr', secret: 'a-secret-of-the-tests' };
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // tables and inline styles are what mail readers need
  rules: { 'no-inline-style': 'off', 'no-deprecated-attr': 'off', 'attr-case': 'off', 'void-style': 'off' },
});

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

async function rendered(template: MailContent['template']) {
  const content = contents.find((one) => one.template === template);
  if (!content) throw new Error(template);
  return renderMail(content, site, 'Nadia');
}

describe.each(contents.map((content) => ({ name: content.template, content })))('$name', ({ content }) => {
  it('says everything, in words', async () => {
    const { subject, html, text } = await renderMail(content, site, 'Nadia');
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object/);
      expect(part).not.toMatch(/ [:;?!]/); // a non-breaking space comes before
    }
    expect(html).toContain('Bonjour Nadia,');
    expect(text).toContain('Bonjour Nadia,');
    expect(subject.length).toBeLessThan(120);
    if ('session' in content.props) {
      expect(subject).toContain(`${session.title}, ${session.day}`);
      expect(text).toContain(keepHours(session.when));
      expect(text).toContain('Une question\u00a0? Relais du Chemin vert, 03 22 00 00 00');
    }
  });

  it('is sound HTML that fetches nothing', async () => {
    const { html } = await renderMail(content, site, 'Nadia');
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/);
  });

  it('has plain links to the application, each in the text part too', async () => {
    const { html, text } = await renderMail(content, site, 'Nadia');
    const links = linksIn(html).filter((href) => !/^(?:mailto|tel):/.test(href) && href !== `${site.appUrl}/`);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/rpe\.exemple\.fr\/[\w/-]+$/);
      expect(text).toContain(link);
    }
  });
});

describe('words of each mail', () => {
  it('gives the code in two groups, and in the subject', async () => {
    const { subject, text } = await rendered('login-code');
    expect(subject).toBe('Votre code de connexion\u00a0: 1234 5678');
    expect(text).toContain('1234 5678');
    expect(text).toContain('https://rpe.exemple.fr/connexion/abc_DEF-123');
  });

  it('lets an offer be accepted and declined without signing in', async () => {
    const { text } = await rendered('offer-made');
    const offer = { ...site, purpose: 'offer', id: enrollmentId, round: 3 } as const;
    expect(text).toContain(mailLink(offer));
    expect(text).toContain(mailLink({ ...offer, answer: 'refus' }));
    expect(text).toContain('lundi 23 novembre, 18\u00a0h');
  });

  it('lets a confirmed one withdraw', async () => {
    const { text } = await rendered('enrollment-confirmed');
    expect(text).toContain(mailLink({ ...site, purpose: 'withdraw', id: enrollmentId, round: 3 }));
  });

  it('sets the sessions of a list apart, in the text too', async () => {
    const content = contents.find(({ template }) => template === 'new-sessions');
    if (content?.template !== 'new-sessions') throw new Error('no such content');
    const { sessions } = content.props;
    const props = { ...content.props, sessions: [...sessions, ...sessions] };
    const { text } = await renderMail({ ...content, props }, site, 'Nadia');
    expect(text).toMatch(/Relais\s: [^\n]+\n\nSéance\s: /u);
  });

  it('tells the rank and what is lacking', async () => {
    const { text } = await rendered('enrollment-waiting');
    expect(text).toContain('Vous êtes 2e sur la liste d’attente\u00a0: il manque 1 place enfant.');
  });

  it('shows the old and the new of a moved session', async () => {
    const { text } = await rendered('session-moved');
    expect(text).toContain(keepHours('lundi 23 novembre, 9 h 30 – 11 h'));
    expect(text).toContain('Salle bleue\n');
  });

  it('escapes what people typed', async () => {
    const sly = { ...session, title: '<b>Sly</b> & "co"', relais: { name: 'R', phone: null, email: null } };
    const content = { template: 'offer-expired', props: { session: sly, party: 'vous' } } as const;
    const { html, text } = await renderMail(content, site, null);
    expect(html).not.toContain('<b>Sly');
    expect(text).toContain('<b>Sly</b> & "co"');
    expect(text).toContain('Bonjour,\n');
  });
});
