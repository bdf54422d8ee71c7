import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, redactWords } from '#app/server/redaction.ts';

describe('redact', () => {
  it.each([
    ['/activites', '/activites'],
    ['/', '/'],
    ['/activites?relais=nord&du=2026-11-01', '/activites?relais&du'],
    ['/agenda/s3cr3t.ics', '/agenda/[masqué].ics'],
    ['/relais/nord/agenda.ics', '/relais/nord/agenda.ics'],
    ['/offres/s3cr3t/acceptation', '/offres/[masqué]/acceptation'],
    ['/offres/s3cr3t/refus.data?_routes=x', '/offres/[masqué]/refus.data?_routes'],
    ['/desistement/s3cr3t', '/desistement/[masqué]'],
    ['/desistement/s3cr3t.data', '/desistement/[masqué].data'],
    ['/lecture/s3cr3t', '/lecture/[masqué]'],
    ['/propositions/s3cr3t/acceptation', '/propositions/[masqué]/acceptation'],
    ['/seances/12/desistement', '/seances/12/desistement'],
    ['/messages/s3cr3t/arret', '/messages/[masqué]/arret'],
    ['/mon-espace/messages/envois', '/mon-espace/messages/envois'],
    ['/animation/messages/introductions', '/animation/messages/introductions'],
    ['/connexion', '/connexion'],
    ['/connexion/s3cr3t', '/connexion/[masqué]'],
    ['/attestations/s3cr3t', '/attestations/[masqué]'],
    ['/metrics?token=s3cr3t', '/metrics?token'],
    ['/__manifest?p=%2Foffres%2Fs3cr3t&version=1', '/__manifest?p&version'],
    ['/OFFRES/s3cr3t', '/OFFRES/[masqué]'],
    ['//offres//s3cr3t', '//offres//[masqué]'],
    ['/%6Fffres/s3cr3t', '/offres/[masqué]'],
    ['/%zz/offres/s3cr3t', '/[illisible]/offres/[masqué]'],
    ['/a\nb', '/ab'],
  ])('%s is %s', (url, expected) => {
    expect(redact(url)).toBe(expected);
  });

  it('never lets a token through', () => {
    const place = fc.constantFrom(
      '/agenda/TOKEN.ics',
      '/offres/TOKEN/refus',
      '/desistement/TOKEN',
      '/connexion/TOKEN?x=1',
    );
    const token = fc.stringMatching(/^[\w-]{22}$/);
    fc.assert(
      fc.property(place, token, (path, secret) => {
        expect(redact(path.replace('TOKEN', secret))).not.toContain(secret);
      }),
    );
  });
});

describe('redactWords', () => {
  it.each([
    ['451 4.2.0 <nadia.morel@exemple.fr>: try later', '451 4.2.0 <[adresse]>: try later'],
    ['no route to +33639980102 (06 39 98 01 02)', 'no route to [numéro] ([numéro])'],
    ['connect ECONNREFUSED 127.0.0.1:2525', 'connect ECONNREFUSED 127.0.0.1:2525'],
  ])('%s', (words, expected) => expect(redactWords(words)).toBe(expected));
});
