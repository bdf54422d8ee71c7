import { Form, Link } from '@remix-run/react';
import { plural } from '#app/time/french.ts';
import { severalDeeds } from '#app/training/file-stage.ts';
import { FILES_DEED_WORDS } from '#app/training/files-deed-words.ts';
import type { LineFile } from '#app/training/line-page.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TriangleAlert } from '#app/ui/icons.tsx';
import { FileBadge } from './stage-badge.tsx';
import { StageHistory } from './stage-history.tsx';

interface LineFilesProps {
  lineId: string;
  files: readonly LineFile[];
  mayAdd: boolean;
}

/** The people of a line: each file's stage, its next step, what can be done and what was. */
export function LineFiles({ lineId, files, mayAdd }: LineFilesProps) {
  return (
    <section className="grid gap-4" aria-labelledby="dossiers">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="dossiers">{plural(files.length, 'dossier', 'dossiers')}</h2>
        {mayAdd && (
          <LinkButton to={`/animation/lignes/${lineId}/personnes`} variant="quiet">
            Ajouter des personnes
          </LinkButton>
        )}
      </div>
      <Together lineId={lineId} files={files} />
      {files.length === 0 ? (
        <Empty sentence="Plus personne dans cette formation. Ajoutez celles qui ont le même besoin." />
      ) : (
        <ul className="grid gap-3">
          {files.map((file) => (
            <li key={file.id} id={`dossier-${file.id}`}>
              <FileCard file={file} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The deeds open to several files: one act for all of them. */
function Together({ lineId, files }: Pick<LineFilesProps, 'lineId' | 'files'>) {
  const deeds = severalDeeds(files.filter(({ deeds }) => deeds.length > 0).map(({ stage }) => stage));
  if (deeds.length === 0) return null;
  return (
    <nav className="flex flex-wrap items-center gap-x-4" aria-label="Plusieurs dossiers à la fois">
      <span className="text-soft">Plusieurs à la fois :</span>
      {deeds.map(({ slug, count }) => (
        <Link
          key={slug}
          to={`/animation/lignes/${lineId}/dossiers/${slug}`}
          className="inline-flex min-h-11 items-center"
        >
          {FILES_DEED_WORDS[slug].link} ({count})<span className="sr-only"> dossiers à la fois</span>
        </Link>
      ))}
    </nav>
  );
}

function FileCard({ file }: { file: LineFile }) {
  const { personId, name, commune, phone, hasEmail, stage, employer, next, obstacles } = file;
  return (
    <article className="panel grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 break-words">
          <Link to={`/animation/professionnels/${personId}`} className="inline-flex min-h-11 items-center">
            {name}
          </Link>
        </h3>
        <FileBadge stage={stage} />
      </div>
      <p className="text-soft">
        {[commune, phone, hasEmail ? null : 'sans e-mail', employer === '' ? null : `employeur : ${employer}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{next}.</p>
      {[...new Set(obstacles)].map((words) => (
        <p key={words} className="flex gap-2 font-bold text-warn">
          <TriangleAlert size={18} className="mt-0.5 flex-none" />
          {words}
        </p>
      ))}
      <FileDeeds file={file} />
      <details>
        <summary className="min-h-11 cursor-pointer py-2">Historique du dossier</summary>
        <StageHistory lines={file.history} />
      </details>
    </article>
  );
}

function FileDeeds({ file: { id, name, deeds, removable } }: { file: LineFile }) {
  const [first, ...others] = deeds;
  if (!first && !removable) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {first && (
        <LinkButton to={`/animation/dossiers/${id}/${first.slug}`} variant="quiet">
          {first.label}
          <span className="sr-only"> : {name}</span>
        </LinkButton>
      )}
      {others.map(({ slug, label }) => (
        <Link key={slug} to={`/animation/dossiers/${id}/${slug}`} className="inline-flex min-h-11 items-center px-2">
          {label}
          <span className="sr-only"> : {name}</span>
        </Link>
      ))}
      {removable && (
        <Form method="post" action={`/animation/dossiers/${id}/retrait`}>
          <Button variant="quiet" aria-label={`Retirer du groupe : ${name}`}>
            Retirer du groupe
          </Button>
        </Form>
      )}
    </div>
  );
}
