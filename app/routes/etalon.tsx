import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

const MOST_BYTES = 1_000_000;

/** Of one card below, as HTML. */
const CARD_BYTES = 352;

export const meta: MetaFunction = () => [{ title: 'Étalon · Ribambelle' }];

/** A page of constants, `taille` bytes long: what the framework costs by itself (`npm run bench`). Only in the demo. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const size = Number(new URL(request.url).searchParams.get('taille') ?? '0');
  if (!context.demo || !(size >= 0 && size <= MOST_BYTES)) throw new Response(null, { status: 404 });
  return { cards: Math.round(size / CARD_BYTES) };
}

export default function Etalon() {
  const { cards } = useLoaderData<typeof loader>();
  return (
    <ul>
      {Array.from({ length: cards }, (_, i) => (
        <li key={i} className="border-line grid gap-1 border-b py-4">
          <p className="text-ink-soft text-sm">mardi 24 novembre, 9 h 30 – 11 h</p>
          <h2 className="font-title text-lg">
            <a href="/activites" className="underline-offset-4 hover:underline">
              Musique et comptines
            </a>
          </h2>
          <p className="text-sm">Salle des Lutins, 12 rue des Étangs, Amiens</p>
        </li>
      ))}
    </ul>
  );
}
