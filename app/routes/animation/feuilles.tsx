import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { todaysSheets, type SheetToFill } from '#app/attendance/todays-sheets.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { kindTone } from '#app/catalog/kinds.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { OfflineSheets } from './offline-sheets.tsx';
import { sheetPath } from './sheet-paths.ts';
import './sheet.css';

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });
export const handle = { manifest: '/animation/seances/feuilles.webmanifest' };
export const meta: MetaFunction = () => [{ title: 'Feuilles du jour · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const sheets = await todaysSheets(actor, context.now());
  if (!sheets) throw new Response(null, { status: 404 });
  return { me: actor.personId, sheets };
}

export default function Feuilles() {
  const { me, sheets } = useLoaderData<typeof loader>();
  const { today, late } = sheets;
  return (
    <>
      <PageHeader title="Feuilles du jour" lead="Elles s’ouvrent sans réseau une fois préparées sur cette tablette." />
      <div className="grid gap-6 pt-4">
        <OfflineSheets me={me} sessionIds={today.map(({ sessionId }) => sessionId)} />
        {today.length === 0 && (
          <Empty sentence="Aucune séance à émarger aujourd’hui.">
            <LinkButton to="/animation" variant="quiet">
              Retour à l’accueil de l’équipe
            </LinkButton>
          </Empty>
        )}
        <SheetList sheets={today} />
        {late.length > 0 && (
          <section aria-labelledby="retard" className="grid gap-3">
            <h2 id="retard">Rien n’y est encore marqué</h2>
            <SheetList sheets={late} />
          </section>
        )}
      </div>
    </>
  );
}

function SheetList({ sheets }: { sheets: readonly SheetToFill[] }) {
  return (
    <ul className="grid gap-3">
      {sheets.map(({ sessionId, kind, title, when, place, relais, expected, marked }) => (
        <li key={sessionId} className="card" data-tone={kindTone(kind)}>
          <KindMark kind={kind} />
          <h3>
            <a href={sheetPath(sessionId)}>{title}</a>
          </h3>
          <p className="text-soft">
            {when}, {place}, {relais}
          </p>
          <p>
            {plural(expected, 'personne attendue', 'personnes attendues')}
            {marked > 0 && `, ${plural(marked, 'déjà pointée', 'déjà pointées')}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
