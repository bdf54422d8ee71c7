import type { FateGroup } from '#app/people/list-fates.ts';
import type { TriedList } from '#app/people/tryList.server.ts';
import { capital, plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { ImportColumns } from './import-columns.tsx';

/** What becomes of each row, the columns as understood, and the button that adds. */
export function ImportPreview({ tried }: { tried: TriedList }) {
  const { missing, groups, added, renewed, applied, total } = tried;
  return (
    <>
      {missing !== null && (
        <Notice severity="error" title="Il manque quelque chose" role="alert">
          <p>{missing}</p>
        </Notice>
      )}
      {missing === null && (
        <section aria-labelledby="resultat" className="grid gap-4">
          <h2 id="resultat">{applied ? 'La liste est importée' : 'Ce qui sera fait'}</h2>
          <p role="status">
            {total} : {groups.map(({ title }) => title).join(' · ')}.
          </p>
          {groups.map((group) => (
            <Fate key={group.fate} group={group} />
          ))}
          {applied ? (
            <p className="flex flex-wrap gap-3">
              <LinkButton to="/animation/professionnels">Voir les professionnel·les</LinkButton>
              <LinkButton to="/animation/professionnels/doublons" variant="quiet">
                Chercher les doublons
              </LinkButton>
            </p>
          ) : (
            <Apply tried={tried} />
          )}
        </section>
      )}
      {!applied && <ImportColumns tried={tried} open={missing !== null || added + renewed === 0} />}
    </>
  );
}

function Apply({ tried }: { tried: TriedList }) {
  const { added, renewed } = tried;
  if (added + renewed === 0)
    return (
      <p>
        Personne n’est à ajouter ainsi. Voyez ci-dessous le relais et le sens des colonnes, ou corrigez votre liste.
      </p>
    );
  return (
    <form method="post" action="/animation/professionnels/import/ajout" encType="multipart/form-data">
      <Carried tried={tried} />
      <Button wide>{deedWords(tried)}</Button>
      <p className="hint mt-2">
        Une centaine de personnes demande quelques secondes. Envoyée deux fois, la liste n’ajoute personne deux fois.
        {renewed > 0 && ' Celles dont l’agrément change en sont prévenues par e-mail.'}
      </p>
    </form>
  );
}

/** "Ajouter 3 personnes, mettre à jour 12 agréments" */
function deedWords({ added, renewed }: TriedList): string {
  const parts = [
    ...(added > 0 ? [`ajouter ${plural(added, 'personne', 'personnes')}`] : []),
    ...(renewed > 0 ? [`mettre à jour ${plural(renewed, 'agrément', 'agréments')}`] : []),
  ];
  return capital(parts.join(', '));
}

/** The list and what was chosen for it, from one step to the next. */
function Carried({ tried: { packed, mapping, relaisSlug } }: { tried: TriedList }) {
  return (
    <>
      <input type="hidden" name="liste" value={packed} />
      <input type="hidden" name="titres" value={mapping.header} />
      <input type="hidden" name="relais" value={relaisSlug} />
      {mapping.fields.map((field, index) => (
        <input key={index} type="hidden" name={`colonne-${index}`} value={field ?? ''} />
      ))}
    </>
  );
}

function Fate({ group: { fate, title, rows } }: { group: FateGroup }) {
  return (
    <details className="panel fold" open={fate !== 'add' && fate !== 'known' && fate !== 'renew' && rows.length <= 30}>
      <summary>{title}</summary>
      <ul className="grid gap-2">
        {rows.map(({ line, name, words }) => (
          <li key={line}>
            <span className="text-soft">Ligne {line}</span> <b>{name}</b>
            {words !== '' && <span className="block text-soft">{words}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
