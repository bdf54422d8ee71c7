import { Form } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import type { Candidate, ReplacementPage } from '#app/catalog/replacements.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface ReplacementFormProps {
  page: ReplacementPage;
  typed: { absent: string; chosen: string; reason: string };
  errors: Readonly<Record<string, string>>;
  back: string;
}

/** Whom to replace, by whom: colleagues of this relais, then of the others, each with what holds her. */
export function ReplacementForm({ page, typed, errors, back }: ReplacementFormProps) {
  const { candidates } = page;
  const groups = [
    { title: 'Du même relais', list: candidates.filter(({ here }) => here) },
    { title: 'D’un autre relais', list: candidates.filter(({ here }) => !here) },
  ].filter(({ list }) => list.length > 0);
  if (page.begun) return <Notice title="Cette séance a déjà commencé" />;
  if (groups.length === 0) return <Empty sentence="Aucune autre animatrice n’est connue à cette date." />;
  return (
    <Form method="post" className="grid w-full max-w-3xl gap-6 pt-6" noValidate>
      <ErrorSummary errors={summaryOf(errors)} />
      <input type="hidden" name="retour" value={back} />
      <Absent page={page} chosen={typed.absent} />
      <Fieldset
        id="remplacante"
        legend="Qui anime à sa place ?"
        hint="D’un autre relais, elle verra de cette séance ce qu’il faut pour l’animer, et rien de plus."
        errors={errors.remplacante === undefined ? [] : [errors.remplacante]}
      >
        {groups.map(({ title, list }) => (
          <Candidates key={title} title={title} list={list} chosen={typed.chosen} />
        ))}
      </Fieldset>
      <Field
        id="motif"
        label="Pourquoi passer outre, si elle est déjà prise"
        hint="Par exemple : « L’autre séance est portée par Julie. » Ce motif reste dans l’historique."
        optional
        errors={errors.motif === undefined ? [] : [errors.motif]}
      >
        {(control) => <input {...control} name="motif" maxLength={300} defaultValue={typed.reason} />}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button>Confier la séance</Button>
        <LinkButton to={back} variant="quiet">
          Ne rien changer
        </LinkButton>
      </div>
    </Form>
  );
}

function Absent({ page: { animators }, chosen }: { page: ReplacementPage; chosen: string }) {
  const [only, ...others] = animators;
  if (!only) {
    return (
      <Notice severity="warn" title="Personne n’anime encore cette séance">
        <input type="hidden" name="absente" value="" />
      </Notice>
    );
  }
  const away = animators.find(({ away }) => away) ?? only;
  const checked = animators.some(({ id }) => id === chosen) ? chosen : away.id;
  if (others.length === 0) {
    return (
      <p>
        <input type="hidden" name="absente" value={only.id} />
        <b>{only.name}</b> anime cette séance{only.away ? ' et sera absente.' : '.'}
      </p>
    );
  }
  return (
    <Fieldset id="absente" legend="Qui est remplacée ?">
      {animators.map(({ id, name, away }) => (
        <CheckboxCard
          key={id}
          type="radio"
          name="absente"
          value={id}
          defaultChecked={id === checked}
          label={name}
          note={away ? 'absente' : undefined}
        />
      ))}
      <CheckboxCard type="radio" name="absente" value="" label="Personne : une collègue vient en plus" />
    </Fieldset>
  );
}

function Candidates({ title, list, chosen }: { title: string; list: readonly Candidate[]; chosen: string }) {
  return (
    <div className="grid gap-2">
      <p className="pt-2 font-bold">{title}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        {list.map(({ id, name, relais, busy }) => (
          <CheckboxCard
            key={id}
            type="radio"
            name="remplacante"
            value={id}
            defaultChecked={id === chosen}
            label={
              <>
                <b>{name}</b>
                <span className="block text-soft">{relais}</span>
                {busy !== null && busy !== 'absente' && <span className="block">Prise : {busy}</span>}
              </>
            }
            note={busy === null ? 'libre' : busy === 'absente' ? 'absente' : undefined}
          />
        ))}
      </div>
    </div>
  );
}
