import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCookie, writeCookie } from '#app/auth/cookies.ts';
import { signOut } from '#app/auth/signOut.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ForgetSheets } from './animation/forget-sheets.tsx';

export const meta: MetaFunction = () => [{ title: 'Se déconnecter · Ribambelle' }];

export function loader({ context: { viewer } }: LoaderFunctionArgs) {
  return { name: viewer?.name ?? null };
}

/** Ends the session; her pages leave the browser too, lest whoever holds it next go back to them. */
export async function action({ request, context: { appUrl, now } }: ActionFunctionArgs) {
  await signOut(readCookie(request.headers.get('Cookie'), 'session', appUrl), now());
  const headers = { 'Set-Cookie': writeCookie('session', '', 0, appUrl), 'Clear-Site-Data': '"cache"' };
  return redirect('/deconnexion', { status: 303, headers });
}

export default function Deconnexion() {
  const { name } = useLoaderData<typeof loader>();
  if (name === null) {
    return (
      <>
        <ForgetSheets />
        <PageHeader
          title="Déconnexion réussie"
          lead="Sur un ordinateur partagé, fermez aussi la fenêtre du navigateur."
          chain
        />
        <div className="grid w-full max-w-xl gap-3 pt-6">
          <LinkButton to="/connexion">Me reconnecter</LinkButton>
          <LinkButton to="/activites" variant="quiet">
            Voir les séances
          </LinkButton>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Se déconnecter" lead={`Session ouverte au nom de ${name}.`} chain />
      <form method="post" action="/deconnexion" className="grid w-full max-w-xl pt-6">
        <Button wide>Me déconnecter</Button>
      </form>
    </>
  );
}
