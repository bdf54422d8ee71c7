import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { septets, smsParts, textMessage, toGsm } from '#app/mail/gsm.ts';
import { mobileNumber } from '#app/mail/mobile.ts';
import { isPast } from '#app/mail/past-content.ts';
import { shortText } from '#app/mail/short-text.ts';
import type { MailContent } from '#app/mail/templates.ts';
import { gatewayBody, isPushService, isRefusedStatus } from '#app/mail/text-delivery.ts';

import { contents, enrollmentId, session } from './contents.ts';

const LINK = 'https://rpe.exemple.fr/mon-espace';

describe('toGsm', () => {
  it.each([
    ['Séance annulée à 9 h 30', 'Séance annulée à 9 h 30'],
    ['Être, forêt, ça, Noël, cœur', 'Etre, foret, ca, Noel, coeur'],
    ['« L’éveil » – 9 h…', '" L\'éveil " - 9 h...'],
    ['Bottes 👢 !', 'Bottes !'],
    ['5 €', '5 €'],
  ])('%s', (given, expected) => expect(toGsm(given)).toBe(expected));

  it('counts the extension twice', () => expect(septets('5 €')).toBe(4));
});

describe('textMessage', () => {
  it('keeps one message whatever the words, with a short link whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
        const text = textMessage(words, LINK);
        expect(text.endsWith(LINK)).toBe(true);
        expect(smsParts(text)).toBe(1);
      }),
    );
  });

  it('takes a second one for the link of an offer, never a third', () => {
    const link = `https://rpe.exemple.fr/offres/${'x'.repeat(50)}/acceptation`;
    const text = textMessage('é'.repeat(500), link);
    expect([smsParts(text), text.endsWith(link)]).toEqual([2, true]);
  });
});

describe('mobileNumber', () => {
  it.each([
    ['06 39 98 01 02', '+33639980102'],
    ['07.12.34.56.78', '+33712345678'],
    ['+33 6 39 98 01 02', '+33639980102'],
    ['0033 6 39 98 01 02', '+33639980102'],
    ['+33 (0)6 39 98 01 02', '+33639980102'],
    ['06 92 12 34 56', '+262692123456'],
    ['03 22 00 00 00', null],
    ['', null],
    [null, null],
    ['06 39 98', null],
  ])('%s', (given, expected) => expect(mobileNumber(given)).toBe(expected));
});

describe('shortText', () => {
  it('says each of them in words', () => {
    for (const content of contents) expect(shortText(content).words).not.toMatch(/undefined|null|\[object/);
  });

  it('keeps title, place and reason of what is confidential to itself', () => {
    const about = { session, party: 'vous', enrollmentId, round: 0, confidential: true };
    const { words } = shortText({ template: 'session-cancelled', props: { ...about, reason: 'Motif.' } });
    expect(words).toBe('Relais du Chemin vert : du nouveau pour votre rendez-vous du mardi 24 novembre.');
    const day = { relais: session.relais, day: session.day, soon: 'demain', sessions: [about], confidential: true };
    expect(shortText({ template: 'session-reminder', props: day }).words).toBe(
      'Relais du Chemin vert : rappel, votre rendez-vous du mardi 24 novembre.',
    );
    for (const content of contents) {
      if (content.template === 'login-code' || !('session' in content.props)) continue;
      Object.assign(content.props, { confidential: true });
      const said = shortText(content).words;
      delete content.props.confidential;
      expect(said).not.toMatch(/Musique|Lutins|souffrante/);
    }
  });

  it('leads from an offer to its answer', () => {
    const props = { session, party: 'vous', enrollmentId, round: 3, deadline: 'lundi 23 novembre, 18 h' };
    expect(shortText({ template: 'offer-made', props }).path).toBe(`offer:${enrollmentId}:3`);
  });
});

describe('the gateway', () => {
  const values = { to: '+33639980102', text: 'Dites "oui" & venez', id: 'abc' };
  it('writes JSON and forms each in its own way', () => {
    const json = gatewayBody('{"to":"{to}","message":{"text":"{text}","ref":"{id}"}}', values);
    expect(json.type).toBe('application/json');
    expect(JSON.parse(json.body)).toEqual({
      to: '+33639980102',
      message: { text: 'Dites "oui" & venez', ref: 'abc' },
    });
    const form = gatewayBody('to={to}&texte={text}', values);
    expect(form.type).toBe('application/x-www-form-urlencoded');
    expect(new URLSearchParams(form.body).get('texte')).toBe(values.text);
  });

  it.each([
    [400, true],
    [403, true],
    [429, false],
    [408, false],
    [500, false],
    [503, false],
  ])('%i means no: %s', (status, refused) => expect(isRefusedStatus(status)).toBe(refused));
});

describe('isPushService', () => {
  const HERE = 'https://rpe.exemple.fr';
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', HERE, true],
    ['https://wns2-par02p.notify.windows.com/w/?token=x', HERE, true],
    ['http://fcm.googleapis.com/fcm/send/abc', HERE, false],
    ['https://fcm.googleapis.com.evil.example/x', HERE, false],
    ['https://169.254.169.254/latest', HERE, false],
    ['http://localhost:4000/push', HERE, false],
    ['http://localhost:4000/push', 'http://localhost:3000', true],
    ['nothing', HERE, false],
  ])('%s', (endpoint, appUrl, known) => expect(isPushService(endpoint, appUrl)).toBe(known));
});

describe('what a text message told', () => {
  const due = new Date('2026-11-22T17:00:00Z');
  const at = (hours: number) => new Date(due.getTime() + hours * 3_600_000);
  const about = { session, party: 'vous', enrollmentId, round: 0 };
  const confirmed: MailContent = { template: 'enrollment-confirmed', props: about };
  const reminder: MailContent = {
    template: 'session-reminder',
    props: { relais: session.relais, day: session.day, soon: 'demain', sessions: [about] },
  };

  it.each([
    [confirmed, 30, false],
    [confirmed, 40, true],
    [reminder, 11, false],
    [reminder, 13, true],
  ])('is over once its session has begun, a reminder half a day later', (content, hours, past) =>
    expect(isPast(content, due, at(hours))).toBe(past),
  );
});
