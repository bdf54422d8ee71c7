import { Form } from '@remix-run/react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldError } from '#app/ui/field.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import { ClosingControls, OpeningControls } from './dated-controls.tsx';
import { fieldsOf } from './form-fields.ts';
import { guestPrefix, guestsInWords, readGuests, writeGuests } from './guest-fields.ts';
import {
  ChildrenControls,
  ConditionControls,
  MinimumControls,
  ModeControls,
  OfferControls,
  PriorityControls,
  QuotaControls,
  ReglementControls,
  WhoControls,
} from './rule-blocks.tsx';
import { Choice, RulesContext } from './rules-controls.tsx';
import { RULES, writeRules, type RuleName } from './rules-fields.ts';
import type { RulesPage } from './rules-page.ts';
import { inheritedInWords, rulesView } from './rules-view.ts';

interface RulesFormProps {
  page: RulesPage;
  /** What was typed and not kept, as a query; null: the form is shown as the rules are. */
  typed: string | null;
  errors: Readonly<Record<string, string>>;
  back: string;
}

/** All booking rules of an activity or of a relais, each with its sentence; it works without script. */
export function RulesForm({ page, typed, errors, back }: RulesFormProps) {
  const [drawn] = useState(() => (typed === null ? fieldsOfPage(page) : new URLSearchParams(typed)));
  const [fields, setFields] = useState(drawn);
  const view = rulesView(page, fields);
  const change = (event: FormEvent<HTMLFormElement>) => {
    chooseAround(event.target);
    setFields(fieldsOf(new FormData(event.currentTarget)));
  };
  return (
    <RulesContext.Provider value={{ fields: drawn, errors }}>
      <Form method="post" noValidate className="grid gap-6 pt-4 lg:grid-cols-[minmax(0,1fr)_20rem]" onChange={change}>
        <div className="grid content-start gap-3">
          <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
          {RULES.map((rule) => (
            <Block key={rule} id={rule} sentence={view.sentence(rule)} own={view.own.includes(rule)} errors={errors}>
              <RuleControls rule={rule} page={page} />
            </Block>
          ))}
          {page.others !== null && page.others.length > 0 && (
            <Block
              id="guests"
              sentence={`Relais invités : ${guestsInWords(readGuests(fields, page.zone), page.others, page.zone)}`}
              own={fields.getAll('guests').length > 0}
              errors={errors}
            >
              <GuestControls others={page.others} />
            </Block>
          )}
        </div>
        <Aside examples={view.examples} back={back} />
      </Form>
    </RulesContext.Provider>
  );
}

function fieldsOfPage(page: RulesPage): URLSearchParams {
  const fields = writeRules(page.own, page.inherited, page.zone);
  writeGuests(fields, page.guests, page.zone);
  return fields;
}

/** Writing beside a choice chooses it, and those it stands in. */
function chooseAround(target: EventTarget): void {
  if (!(target instanceof HTMLElement)) return;
  const own = target.getAttribute('type') === 'radio' ? target.closest('[data-choice]')?.parentElement : target;
  for (let at = own?.closest('[data-choice]'); at; at = at.parentElement?.closest('[data-choice]')) {
    const chosen = at.querySelector('input');
    if (chosen && chosen !== target) chosen.checked = true;
  }
}

interface BlockProps {
  id: string;
  sentence: string;
  own: boolean;
  errors: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** One rule: its sentence, and what sets it, folded until wanted. */
function Block({ id, sentence, own, errors, children }: BlockProps) {
  const [name = '', words = ''] = split(sentence);
  const refused = Object.keys(errors).some(
    (field) => field === id || field.startsWith(id === 'guests' ? 'guest' : `${id}.`),
  );
  return (
    <details className="panel fold rule" open={refused}>
      <summary>
        <h2 className="rule-words">
          {name} : <span className="font-normal">{words}</span>
        </h2>
        {own && id !== 'guests' && <span className="badge shrink-0 whitespace-nowrap">réglé ici</span>}
      </summary>
      <p className="sr-only" aria-live="polite">
        {sentence}
      </p>
      <fieldset id={id} tabIndex={-1} className="choices">
        <legend className="sr-only">{name}</legend>
        <FieldError id={id} errors={errors[id] === undefined ? [] : [errors[id]]} />
        {children}
      </fieldset>
    </details>
  );
}

const split = (sentence: string): string[] => {
  const at = sentence.indexOf(' : ');
  return [sentence.slice(0, at), sentence.slice(at + 3)];
};

function RuleControls({ rule, page }: { rule: RuleName; page: RulesPage }) {
  const label =
    page.inheritedFrom === 'le type d’activité' ? (
      'selon le type d’activité'
    ) : (
      <>
        comme {page.inheritedFrom} : <b>{inheritedInWords(page, rule)}</b>
      </>
    );
  const first = <Choice name={rule} value="" label={label} />;
  switch (rule) {
    case 'mode':
      return <ModeControls first={first} />;
    case 'opening':
      return <OpeningControls prefix="opening" first={first} />;
    case 'closing':
      return <ClosingControls prefix="closing" first={first} />;
    case 'who':
      return <WhoControls first={first} communes={page.communes} />;
    case 'children':
      return <ChildrenControls first={first} />;
    case 'quotas':
      return <QuotaControls first={first} />;
    case 'conditions':
      return <ConditionControls first={first} />;
    case 'reglement':
      return <ReglementControls first={first} />;
    case 'priority':
      return <PriorityControls first={first} communes={page.communes} />;
    case 'offerHours':
      return <OfferControls first={first} />;
    case 'minimum':
      return <MinimumControls first={first} />;
  }
}

/** The relais that may be invited, each with its own opening. */
function GuestControls({ others }: { others: readonly { id: string; name: string }[] }) {
  return (
    <div className="grid gap-4">
      <p className="hint">
        Leurs membres s’inscrivent comme celles du relais, à partir de leur propre ouverture, et jamais avant celle de
        l’activité.
      </p>
      {others.map((relais) => (
        <GuestChoice key={relais.id} relais={relais} />
      ))}
    </div>
  );
}

function GuestChoice({ relais }: { relais: { id: string; name: string } }) {
  const prefix = guestPrefix(relais.id);
  return (
    <RulesContext.Consumer>
      {({ fields }) => (
        <div className="grid gap-1" data-choice="">
          <label className="choice-box">
            <input
              type="checkbox"
              name="guests"
              value={relais.id}
              defaultChecked={fields.getAll('guests').includes(relais.id)}
            />
            <span className="font-bold">{relais.name}</span>
          </label>
          <details className="fold ml-9">
            <summary>
              Son ouverture<span className="sr-only"> : {relais.name}</span>
            </summary>
            <fieldset className="choices" id={prefix} tabIndex={-1}>
              <legend className="sr-only">Ouverture pour {relais.name}</legend>
              <OpeningControls
                prefix={prefix}
                first={<Choice name={prefix} value="" label="en même temps que l’activité" />}
              />
            </fieldset>
          </details>
        </div>
      )}
    </RulesContext.Consumer>
  );
}

function Aside({ examples, back }: { examples: readonly string[]; back: string }) {
  const hydrated = useHydrated();
  return (
    <div className="grid content-start gap-4 lg:sticky lg:top-4">
      <section className="panel grid gap-2" aria-labelledby="exemple">
        <h2 id="exemple">Concrètement</h2>
        <ul className="grid gap-2" aria-live="polite">
          {examples.map((words) => (
            <li key={words}>{words}</li>
          ))}
          {examples.length === 0 && <li className="text-soft">Complétez les règles pour voir l’exemple.</li>}
        </ul>
      </section>
      <Button wide>Enregistrer les règles</Button>
      {!hydrated && (
        <Button variant="quiet" name="relire" value="1">
          Relire sans enregistrer
        </Button>
      )}
      <LinkButton to={back} variant="quiet">
        Retour sans changer
      </LinkButton>
    </div>
  );
}
