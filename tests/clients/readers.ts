import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const run = promisify(execFile);
/** Debian's own, where python3-vobject is. */
const PYTHON = '/usr/bin/python3';

/** An event as a program reads it; `start` in milliseconds. */
export type Read = { readonly uid: string; readonly start: number; readonly summary: string; readonly status: string };

export type Reader = { readonly name: string; readonly read: (calendar: string) => Promise<readonly Read[]> };

/** The parsers this machine has: two from npm, and Debian's python3-vobject where it is installed. */
export async function readersHere(): Promise<readonly Reader[]> {
  const npm = [
    { name: 'ical.js', read: (calendar: string) => Promise.resolve(readIcalJs(calendar)) },
    { name: 'node-ical', read: (calendar: string) => Promise.resolve(readNodeIcal(calendar)) },
  ];
  return (await hasVobject()) ? [...npm, { name: 'python3-vobject', read: readVobject }] : npm;
}

export async function hasVobject(): Promise<boolean> {
  return run(PYTHON, ['-c', 'import vobject']).then(
    () => true,
    () => false,
  );
}

function readIcalJs(calendar: string): Read[] {
  const parsed = ICAL.Component.fromString(calendar);
  for (const zone of parsed.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return parsed.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    const start = event.startDate.toJSDate().getTime();
    return { uid: event.uid, start, summary: event.summary, status: String(part.getFirstPropertyValue('status')) };
  });
}

function readNodeIcal(calendar: string): Read[] {
  return Object.values(nodeIcal.sync.parseICS(calendar)).flatMap((part) => {
    if (part?.type !== 'VEVENT') return [];
    const summary = typeof part.summary === 'string' ? part.summary : part.summary.val;
    return [{ uid: part.uid, start: part.start.getTime(), summary, status: String(part.status) }];
  });
}

async function readVobject(calendar: string): Promise<Read[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rb-calendar-'));
  try {
    const file = join(folder, 'feed.ics');
    await writeFile(file, calendar);
    const script = join(import.meta.dirname, 'read-events.py');
    const { stdout } = await run(PYTHON, [script, file], { maxBuffer: 64_000_000 });
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : [readOf(JSON.parse(line))]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readOf(given: unknown): Read {
  const value = (name: string): unknown => Reflect.get(Object(given), name);
  const text = (name: string) => String(value(name));
  return { uid: text('uid'), start: Number(value('start')), summary: text('summary'), status: text('status') };
}
