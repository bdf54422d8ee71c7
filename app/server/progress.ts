const EVERY_ROWS = 100;
const EVERY_MS = 1000;

/** Tells on stderr how far a long work is: every 100 rows, and every second on a terminal, where the line is rewritten. */
export function progressLine(
  out: { isTTY?: boolean; write: (text: string) => unknown } = process.stderr,
  clock: () => number = () => performance.now(),
): (done: number, total: number) => void {
  let told = clock();
  let shown = false;
  return (done, total) => {
    const late = out.isTTY === true && clock() - told >= EVERY_MS;
    const end = done === total;
    if (end) {
      if (shown) out.write(out.isTTY === true ? '\r\u001b[K' : `${total} lignes lues\n`);
      return;
    }
    if (done % EVERY_ROWS !== 0 && !late) return;
    told = clock();
    shown = true;
    out.write(out.isTTY === true ? `\r${done} lignes sur ${total}` : `${done} lignes sur ${total}\n`);
  };
}
