import { alternate } from './alternate.ts';
import type { Figure } from './figure.ts';
import { requestsPerSecond, sizeOf } from './requests.ts';

const ROUNDS = 5;

/** A page of the application against the framework's floor: a page of equal size, rendered from constants. */
export async function pageFigure(
  name: string,
  address: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Figure> {
  const page = `${address}${path}`;
  const size = await sizeOf(page, headers);
  const floor = await floorOf(address, size);
  const measured = await alternate(
    ROUNDS,
    () => requestsPerSecond(page, { headers }),
    () => requestsPerSecond(floor),
  );
  const against = `le plancher de l’outil, ${Math.round(size / 1024)} kio de HTML`;
  return { name, against, unit: 'pages/s', ...measured, aim: { least: 0.7 } };
}

/** The address of the constant page whose HTML has that size, to within one of its cards. */
async function floorOf(address: string, size: number): Promise<string> {
  const at = (bytes: number) => `${address}/demo/etalon?taille=${Math.max(0, Math.round(bytes))}`;
  const empty = await sizeOf(at(0));
  return at(size - empty);
}
