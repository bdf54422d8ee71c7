import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ZONE = 'Europe/Paris';
const DAYS = '460d';

/** A calendar program that people use; `list` gives "wall time, summary" of what it shows, in any order. */
export type Program = {
  readonly name: string;
  readonly list: (feed: string, from: string) => Promise<readonly string[]>;
};

/** Is this command here? */
export async function has(command: string): Promise<boolean> {
  return run('which', [command]).then(
    () => true,
    () => false,
  );
}

/** khal over the folder that vdirsyncer keeps in step with the address: subscribed once, synchronised again each time. */
export async function khal(folder: string): Promise<Program> {
  const events = join(folder, 'events');
  await mkdir(events, { recursive: true });
  const sync = join(folder, 'vdirsyncer');
  const config = join(folder, 'khal');
  await writeFile(
    config,
    `[calendars]\n[[agenda]]\npath = ${events}\n[locale]\nlocal_timezone = ${ZONE}\ndefault_timezone = ${ZONE}\n` +
      'timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%dT%H:%M\n' +
      `longdatetimeformat = %Y-%m-%dT%H:%M\n[sqlite]\npath = ${join(folder, 'khal.db')}\n[default]\nprint_new = False\n`,
  );
  const list = async (feed: string, from: string) => {
    await writeFile(
      sync,
      `[general]\nstatus_path = "${folder}/status/"\n[pair agenda]\na = "ici"\nb = "la"\ncollections = null\n` +
        `conflict_resolution = "b wins"\n[storage ici]\ntype = "filesystem"\npath = "${events}/"\nfileext = ".ics"\n` +
        `[storage la]\ntype = "http"\nurl = "${feed}"\n`,
    );
    await run('sh', ['-c', `yes | vdirsyncer -c ${sync} discover && vdirsyncer -c ${sync} sync --force-delete`]);
    const format = ['--once', '--day-format', '', '--format', '{start-long}\t{title}'];
    const { stdout } = await run('khal', ['-c', config, 'list', ...format, from, DAYS], { maxBuffer: 64_000_000 });
    return stdout.split('\n').filter((line) => line.includes('\t'));
  };
  return { name: 'khal et vdirsyncer', list };
}

/** calcurse, which imports a calendar's file into a folder of its own. */
export function calcurse(folder: string): Program {
  let times = 0;
  const list = async (feed: string, from: string) => {
    const own = join(folder, `calcurse-${(times += 1)}`);
    await mkdir(own, { recursive: true });
    const file = join(own, 'feed.ics');
    await writeFile(file, await (await fetch(feed)).text());
    const options = { env: { ...process.env, TZ: ZONE, LC_ALL: 'C.UTF-8' }, maxBuffer: 64_000_000 };
    await run('calcurse', ['-D', own, '-C', own, '-i', file], options);
    const shown = ['--format-apt', '%(start:%Y-%m-%dT%H:%M)\t%m\n'];
    const query = ['-Q', '--input-datefmt', '4', '--filter-type', 'apt', '--from', from, '--days', '460'];
    const { stdout } = await run('calcurse', ['-D', own, '-C', own, ...query, ...shown], options);
    return stdout.split('\n').filter((line) => line.includes('\t'));
  };
  return { name: 'calcurse', list };
}
