import type { SessionEditPage } from '#app/enrollment/session-edit-page.server.ts';
import type { TypedEdit } from '#app/enrollment/session-edit.schema.server.ts';
import { plural } from '#app/time/french.ts';
import { Panel } from '#app/ui/card.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { PeopleChoice } from './people-choice.tsx';

interface Props {
  page: SessionEditPage;
  typed: TypedEdit;
  errors: Readonly<Record<string, string>>;
}

/** Which sessions, when and where, what and for whom, with whom. */
export function EditFields(props: Props) {
  return (
    <>
      <Scope {...props} />
      <WhenAndWhere {...props} />
      <What {...props} />
      <Team {...props} />
    </>
  );
}

const errorsIn = (errors: Props['errors'], name: string) => (errors[name] === undefined ? [] : [errors[name]]);

function Scope({ page, typed, errors }: Props) {
  const { counts } = page;
  if (counts.ALL <= 1) return <input type="hidden" name="portee" value="ONE" />;
  const choices = [
    { value: 'ONE', label: 'Cette séance', note: '1 séance' },
    { value: 'FOLLOWING', label: 'Celle-ci et les suivantes', note: plural(counts.FOLLOWING, 'séance', 'séances') },
    { value: 'ALL', label: 'Toutes celles à venir', note: plural(counts.ALL, 'séance', 'séances') },
  ];
  return (
    <Panel label="Quelles séances">
      <Fieldset
        id="portee"
        legend="Quelles séances changent ?"
        hint="Seul ce que vous modifiez ici passe aux autres : elles gardent leur thème, leur lieu, leur équipe. Une nouvelle date les décale d’autant de jours."
        errors={errorsIn(errors, 'portee')}
      >
        <div className="grid gap-2 lg:grid-cols-3">
          {choices.map(({ value, label, note }) => (
            <CheckboxCard
              key={value}
              type="radio"
              name="portee"
              value={value}
              label={label}
              note={note}
              defaultChecked={typed.portee === value}
            />
          ))}
        </div>
      </Fieldset>
    </Panel>
  );
}

function WhenAndWhere({ page, typed, errors }: Props) {
  return (
    <Panel label="Quand et où">
      <div className="grid gap-4">
        <h2>Quand et où</h2>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field id="date" label="Date" errors={errorsIn(errors, 'date')}>
            {(control) => <input {...control} type="date" name="date" defaultValue={typed.date} />}
          </Field>
          <Field id="de" label="De" errors={errorsIn(errors, 'de')}>
            {(control) => <input {...control} type="time" name="de" defaultValue={typed.de} />}
          </Field>
          <Field id="a" label="À" errors={errorsIn(errors, 'a')}>
            {(control) => <input {...control} type="time" name="a" defaultValue={typed.a} />}
          </Field>
        </div>
        <Field id="lieu" label="Lieu" errors={errorsIn(errors, 'lieu')}>
          {(control) => (
            <select {...control} name="lieu" defaultValue={typed.lieu}>
              {page.sites.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Figure name="preparation" label="Préparation avant (minutes)" typed={typed} errors={errors} />
          <Figure name="rangement" label="Rangement après (minutes)" typed={typed} errors={errors} />
        </div>
      </div>
    </Panel>
  );
}

function What({ page, typed, errors }: Props) {
  const { activity } = page;
  return (
    <Panel label="Quoi et pour qui">
      <div className="grid gap-4">
        <h2>Quoi et pour qui</h2>
        <Field
          id="theme"
          label="Thème de la date"
          hint={`Vide : « ${activity.title} ».`}
          errors={errorsIn(errors, 'theme')}
        >
          {(control) => <input {...control} name="theme" maxLength={120} defaultValue={typed.theme} />}
        </Field>
        <Field
          id="public"
          label="Public"
          hint={activity.audience === '' ? 'Vide : comme l’activité.' : `Vide : « ${activity.audience} ».`}
          errors={errorsIn(errors, 'public')}
        >
          {(control) => <input {...control} name="public" maxLength={300} defaultValue={typed.public} />}
        </Field>
        <Field
          id="apporter"
          label="À apporter, à prévoir"
          hint={activity.bring === '' ? 'Vide : comme l’activité.' : `Vide : « ${activity.bring} ».`}
          errors={errorsIn(errors, 'apporter')}
        >
          {(control) => (
            <textarea {...control} name="apporter" rows={2} maxLength={500} defaultValue={typed.apporter} />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Figure
            name="ageMin"
            label="Âge le plus bas (mois)"
            hint="Vide : comme l’activité."
            typed={typed}
            errors={errors}
          />
          <Figure
            name="ageMax"
            label="Âge le plus haut (mois)"
            hint="Vide : comme l’activité."
            typed={typed}
            errors={errors}
          />
          <Figure name="adultes" label="Places adultes" hint="Vide : sans limite." typed={typed} errors={errors} />
          <Figure name="enfants" label="Places enfants" hint="Vide : sans limite." typed={typed} errors={errors} />
        </div>
      </div>
    </Panel>
  );
}

interface FigureProps extends Pick<Props, 'typed' | 'errors'> {
  name: 'preparation' | 'rangement' | 'ageMin' | 'ageMax' | 'adultes' | 'enfants';
  label: string;
  hint?: string;
}

function Figure({ name, label, hint, typed, errors }: FigureProps) {
  return (
    <Field id={name} label={label} hint={hint} errors={errorsIn(errors, name)}>
      {(control) => (
        <input {...control} name={name} inputMode="numeric" autoComplete="off" defaultValue={typed[name]} />
      )}
    </Field>
  );
}

function Team({ page, typed, errors }: Props) {
  const speakers = page.intervenants.map(({ id, name, profession }) => ({ id, name: `${name}, ${profession}` }));
  return (
    <Panel label="L’équipe">
      <div className="grid gap-4">
        <h2>L’équipe</h2>
        <Fieldset id="animatrices" legend="Qui anime" errors={errorsIn(errors, 'animatrices')}>
          <PeopleChoice name="animatrices" people={page.animators} chosen={typed.animatrices} />
        </Fieldset>
        {speakers.length > 0 && (
          <Fieldset id="intervenants" legend="Qui intervient" errors={errorsIn(errors, 'intervenants')}>
            <PeopleChoice name="intervenants" people={speakers} chosen={typed.intervenants} />
            <CheckboxCard
              name="accord"
              value="oui"
              label="C’est déjà d’accord"
              note="Vu par téléphone, par exemple. Sinon, la date lui est proposée par e-mail : il répond."
              defaultChecked={typed.accord}
            />
          </Fieldset>
        )}
      </div>
    </Panel>
  );
}
