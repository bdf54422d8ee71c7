import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { sessionsFor } from '#app/enrollment/sessions-for.server.ts';
import { professionalFile } from '#app/people/professional-file.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Inscrire à une séance · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const file = await professionalFile(actor, requireId(params), context.now());
  if (!file) throw new Response(null, { status: 404 });
  return { name: file.name, personId: file.personId, sessions: await sessionsFor(actor, file.personId, context.now()) };
}

export default function ProfessionnelInscription() {
  const { name, personId, sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to={`/animation/professionnels/${personId}`} className="inline-flex min-h-11 items-center">
              {name}
            </Link>
          </p>
        }
        title="Inscrire à une séance"
        lead="Les prochaines séances de vos relais."
      />
      <div className="grid w-full max-w-3xl gap-4 pt-4">
        {sessions.length === 0 ? (
          <Empty sentence="Aucune séance n’est annoncée dans vos relais.">
            <LinkButton to="/animation/planning">Planifier</LinkButton>
          </Empty>
        ) : (
          <ul className="grid gap-3">
            {sessions.map((session) => (
              <li key={session.id} className="panel flex flex-wrap items-center justify-between gap-3">
                <span>
                  <b>{session.title}</b>
                  <span className="block">{session.when}</span>
                  <span className="block text-soft">
                    {session.place} · {session.relais} · {session.places}
                  </span>
                </span>
                {session.hers ? (
                  <span className="font-bold">Déjà inscrite ou en attente</span>
                ) : (
                  <LinkButton to={`/animation/seances/${session.id}/inscriptions?personne=${personId}`} variant="quiet">
                    Inscrire
                    <span className="sr-only">
                      {' '}
                      à {session.title}, {session.when}
                    </span>
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
