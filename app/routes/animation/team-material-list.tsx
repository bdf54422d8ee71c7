import { Form } from '@remix-run/react';
import { MaterialList } from '#app/enrollment/material-list.tsx';
import type { TeamMaterial } from '#app/enrollment/team-materials.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';

interface TeamMaterialListProps {
  materials: readonly TeamMaterial[];
  adds: boolean;
  /** How many a mail would reach. */
  mailed: number;
}

/** The documents of an activity, with what may be done of each. */
export function TeamMaterialList({ materials, adds, mailed }: TeamMaterialListProps) {
  if (materials.length === 0) {
    return (
      <Empty
        sentence={
          adds
            ? 'Aucun document pour l’instant. Ajoutez un fichier ou un lien : les inscrites le trouvent sur la page de la séance et dans leur espace.'
            : 'Aucun document pour l’instant.'
        }
      />
    );
  }
  const found = new Map(materials.map((material) => [material.id, material]));
  return (
    <div className="panel grid gap-5">
      <MaterialList
        materials={materials}
        beside={({ id }) => {
          const material = found.get(id);
          return material && <Beside material={material} mailed={mailed} />;
        }}
      />
    </div>
  );
}

function Beside({
  material: { id, title, when, date, told, settles },
  mailed,
}: {
  material: TeamMaterial;
  mailed: number;
}) {
  const words = [date ?? 'Toutes les dates', ...(told === null ? [] : [`inscrites prévenues le ${told}`])];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
      <p className="text-soft min-w-0 flex-1 basis-40">{words.join(' · ')}</p>
      {settles && when === 'AFTER' && told === null && mailed > 0 && (
        <Form method="post" action={`/animation/documents/${id}/annonce`}>
          <Button variant="quiet">
            Prévenir les inscrites
            <span className="sr-only">
              {' '}
              : {title}, {plural(mailed, 'e-mail', 'e-mails')}
            </span>
          </Button>
        </Form>
      )}
      {settles && (
        <Form method="post" action={`/animation/documents/${id}/retrait`}>
          <Button variant="danger">
            Retirer<span className="sr-only"> : {title}</span>
          </Button>
        </Form>
      )}
    </div>
  );
}
