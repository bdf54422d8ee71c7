import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { professionalPage } from '#app/enrollment/professional-page.server.ts';
import { deadAddresses } from '#app/people/dead-addresses.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { DeadAddressNotice } from './dead-address-notice.tsx';
import { FileAgrements, FileContact, FileSignatures, FileStatuses, FileTies } from './file-facts.tsx';
import { FileHistory, FilePast, FileUpcoming } from './file-sessions.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.file.name ?? 'Fiche'} · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await professionalPage(actor, requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  const [dead = null] = await deadAddresses(actor, context.now(), page.file.personId);
  return { ...page, dead, reads: maySomewhere(actor, 'need.read') };
}

export default function Professionnel() {
  const { file, upcoming, past, history, dead, reads } = useLoaderData<typeof loader>();
  const base = `/animation/professionnels/${file.personId}`;
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/animation/professionnels" className="inline-flex min-h-11 items-center">
              Professionnel·les
            </Link>
          </p>
        }
        title={file.name}
        lead={[file.kindWords, file.commune, file.status?.words].filter((word) => word != null).join(' · ')}
      >
        <div className="flex flex-wrap gap-3 pt-3">
          <LinkButton to={`${base}/inscription`}>Inscrire à une séance</LinkButton>
          <LinkButton to={`${base}/modification`} variant="quiet">
            Modifier
          </LinkButton>
          <LinkButton to={`${base}/statuts`} variant="quiet">
            Changer de situation
          </LinkButton>
          {reads && (
            <LinkButton to={`${base}/parcours`} variant="quiet">
              Parcours, attestations
            </LinkButton>
          )}
        </div>
      </PageHeader>
      <div className="grid gap-6 pt-6 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] lg:items-start">
        <div className="grid gap-6">
          <FileUpcoming upcoming={upcoming} name={file.firstName} base={base} />
          <FilePast past={past} />
          <FileHistory history={history} />
        </div>
        <div className="grid gap-6">
          {dead && <DeadAddressNotice dead={dead} />}
          <FileContact file={file} base={base} />
          <FileAgrements file={file} base={base} />
          <FileTies file={file} base={base} />
          <FileStatuses file={file} base={base} />
          <FileSignatures file={file} base={base} />
        </div>
      </div>
    </>
  );
}
