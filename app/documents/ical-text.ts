/** Text on its way into a calendar: what RFC 5545 cannot carry is taken out before escaping and folding. */

import { escape, foldLines } from 'ical-generator';

const LINE_BREAKS = /\r\n?|[\n\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with `\n` for every kind of line break, without control characters or halves of characters. */
export function cleanText(text: string): string {
  const lines = text.replace(LINE_BREAKS, '\n').replaceAll('\t', ' ');
  return lines.replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd').trim();
}

/** The clean text on one line, single spaces. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** One line fit for a quoted parameter such as CN, where a double quote cannot be escaped. */
export function parameterText(text: string): string {
  return oneLine(text).replaceAll('"', '’').replaceAll('\\', '/');
}

/** An address that needs no escaping: spaces and `\ ; ,` are percent-encoded. */
export function uriText(url: string): string {
  return cleanText(url).replace(/[\s\\;,]/g, (character) => encodeURIComponent(character));
}

/** `NAME:escaped value` folded at 75 octets, CRLF at its end. */
export function textLine(name: string, value: string): string {
  return `${foldLines(`${name}:${escape(value, false)}`)}\r\n`;
}

/** Lines as they were written, with one text for another, which folding may have cut. */
export function replacedInLines(text: string, from: string, to: string): string {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  return lines.map((line) => foldLines(line.replaceAll(from, to))).join('\r\n');
}
