import type { Desk } from '#app/enrollment/desk.server.ts';
import type { DeskLine } from '#app/enrollment/desk-lists.server.ts';
import { ordinal } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DeskPerson } from './desk-person.tsx';

/** Who asks, is to call, comes, is offered, waits, left late: each list when it holds someone. */
export function DeskPeople({ desk }: { desk: Desk }) {
  const { named, confidential, requests, toCall, enrolled, offers, waiting, late, state, mode, started } = desk;
  if (!named) {
    return (
      <Notice title="Groupe confidentiel">
        <p>Seules la facilitatrice et la personne qui compose le groupe lisent les noms.</p>
      </Notice>
    );
  }
  if (state === 'DRAFT') return null;
  if (mode === 'FREE') {
    return (
      <Notice title="Accès libre">
        <p>Personne ne s’inscrit : comptez les présences sur la feuille.</p>
      </Notice>
    );
  }
  return (
    <>
      <Group id="demandes" title="Demandes à confirmer" lines={requests}>
        {(line) => (
          <DeskPerson key={line.id} line={line} desk={desk} notes={line.reasons}>
            {desk.rights.answer && !started && (
              <Deed to={`/animation/inscriptions/${line.id}/reponse`} label="Répondre" name={line.name} strong />
            )}
          </DeskPerson>
        )}
      </Group>
      <Group
        id="a-appeler"
        title="À appeler"
        lines={toCall}
        hint="Inscriptions closes : dans l’ordre, celles qui tiennent."
      >
        {(line) => (
          <DeskPerson key={line.id} line={line} desk={desk} large notes={[`${rankOf(line)} de la liste d’attente`]}>
            {desk.rights.enroll && (
              <Deed to={`/animation/inscriptions/${line.id}/offre`} label="Proposer la place" name={line.name} strong />
            )}
          </DeskPerson>
        )}
      </Group>
      <section aria-labelledby="inscrites" className="grid gap-3">
        <h2 id="inscrites">
          Inscrites <Count of={enrolled.length} />
        </h2>
        {enrolled.length === 0 ? (
          <Empty sentence={started ? 'Personne n’était inscrit.' : 'Personne n’est inscrit pour l’instant.'} />
        ) : (
          <ul className="desk-list">
            {enrolled.map((line) => (
              <DeskPerson key={line.id} line={line} desk={desk} notes={notesOf(line, confidential)}>
                {desk.rights.enroll && !started && <Usual line={line} children={desk.children} />}
              </DeskPerson>
            ))}
          </ul>
        )}
      </section>
      <Group id="offres" title="Places proposées" lines={offers}>
        {(line) => (
          <DeskPerson key={line.id} line={line} desk={desk} notes={[`Réponse attendue avant ${line.at}`]}>
            {desk.rights.enroll && !started && (
              <Deed to={`/animation/inscriptions/${line.id}/offre`} label="Appeler" name={line.name} />
            )}
          </DeskPerson>
        )}
      </Group>
      <Group id="attente" title="En attente" lines={waiting}>
        {(line) => (
          <DeskPerson key={line.id} line={line} desk={desk} rank={line.rank} notes={[line.wait, ...line.reasons]}>
            {desk.rights.enroll && !started && <Usual line={line} children={desk.children} />}
          </DeskPerson>
        )}
      </Group>
      <Group id="tardifs" title="Désistements tardifs" lines={late}>
        {(line) => <DeskPerson key={line.id} line={line} desk={desk} notes={[`Le ${line.at}`]} />}
      </Group>
    </>
  );
}

const rankOf = ({ rank }: DeskLine) => ordinal(rank ?? 1, 'f');

function notesOf({ overlapFlagged, acceptedBeyond }: DeskLine, confidential: boolean): string[] {
  return [
    ...(overlapFlagged ? ['Inscrite aussi ailleurs au même moment, depuis un déplacement.'] : []),
    ...(acceptedBeyond === null || confidential ? [] : [`Acceptée au-delà de l’agrément : ${acceptedBeyond}`]),
  ];
}

interface GroupProps {
  id: string;
  title: string;
  hint?: string;
  lines: readonly DeskLine[];
  children: (line: DeskLine) => React.ReactNode;
}

function Group({ id, title, hint, lines, children }: GroupProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <div>
        <h2 id={id}>
          {title} <Count of={lines.length} />
        </h2>
        {hint !== undefined && <p className="text-soft">{hint}</p>}
      </div>
      <ul className="desk-list">{lines.map(children)}</ul>
    </section>
  );
}

const Count = ({ of }: { of: number }) => <span className="text-soft font-normal">{of}</span>;

function Usual({ line, children }: { line: DeskLine; children: Desk['children'] }) {
  return (
    <>
      {children !== 'NONE' && (
        <Deed to={`/animation/inscriptions/${line.id}/enfants`} label="Enfants" name={line.name} />
      )}
      <Deed to={`/animation/inscriptions/${line.id}/desistement`} label="Désister" name={line.name} />
    </>
  );
}

/** The label says what, the hidden words of whom. */
function Deed({ to, label, name, strong = false }: { to: string; label: string; name: string; strong?: boolean }) {
  return (
    <LinkButton to={to} variant={strong ? 'primary' : 'quiet'}>
      <span>
        {label}
        <span className="sr-only"> : {name}</span>
      </span>
    </LinkButton>
  );
}
