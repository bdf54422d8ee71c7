import { describe, expect, it } from 'vitest';
import { httpDate, isNotModified, preconditionsOf, weakTag } from '#app/feeds/conditional.ts';

const lastModified = new Date('2026-11-22T08:00:00.700Z');
const held = { etag: weakTag('abc'), lastModified };
const asked = (ifNoneMatch: string | null, ifModifiedSince: string | null = null) =>
  isNotModified({ ifNoneMatch, ifModifiedSince }, held);

describe('If-None-Match', () => {
  it.each([
    ['W/"abc"', true],
    ['"abc"', true],
    ['*', true],
    [' * ', true],
    ['"x", W/"abc"', true],
    ['"x","abc"', true],
    ['W/"x,abc", W/"y"', false],
    ['"x, \\"abc\\""', false],
    ['abc', false],
    ['', false],
    ['"ABC"', false],
  ])('%s', (header, notModified) => {
    expect(asked(header)).toBe(notModified);
  });

  it('decides alone, whatever If-Modified-Since says', () => {
    expect(asked('"x"', httpDate(lastModified))).toBe(false);
    expect(asked('"abc"', 'Thu, 01 Jan 1970 00:00:00 GMT')).toBe(true);
  });
});

describe('If-Modified-Since', () => {
  it.each([
    ['Sun, 22 Nov 2026 08:00:00 GMT', true],
    ['Sun, 22 Nov 2026 08:00:01 GMT', true],
    ['Sun, 22 Nov 2026 07:59:59 GMT', false],
    ['Sunday, 22-Nov-26 08:00:00 GMT', true],
    ['Sun Nov 22 08:00:00 2026', true],
    ['Sun Nov 22 07:59:59 2026', false],
    ['2026-11-22T08:00:00Z', false],
    ['Sun, 32 Nov 2026 08:00:00 GMT', false],
    ['demain', false],
    ['', false],
  ])('%s', (header, notModified) => {
    expect(asked(null, header)).toBe(notModified);
  });

  it('says nothing where a feed tells no date, nor when nothing is asked', () => {
    const asks = { ifNoneMatch: null, ifModifiedSince: httpDate(lastModified) };
    expect(isNotModified(asks, { ...held, lastModified: null })).toBe(false);
    expect(asked(null)).toBe(false);
  });
});

it('reads a request’s headers', () => {
  expect(preconditionsOf(new Headers({ 'if-none-match': '*' }))).toEqual({ ifNoneMatch: '*', ifModifiedSince: null });
});
