import { Form } from '@remix-run/react';
import type { DeedPage } from '#app/training/deed-pages.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TextField, type Refused } from './form-fields.tsx';
import { planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

interface DeedFormProps {
  page: DeedPage;
  refused: Refused | undefined;
  /** The employeur facilitateur known so far; absent: it is not asked. */
  employer?: string;
}

/** One deed about a line or a file: what it brings, a word where one is asked, one button that says what it does. */
export function DeedForm({ page: { lineId, lineTitle, words, open }, refused, employer }: DeedFormProps) {
  const back = `/animation/lignes/${lineId}`;
  return (
    <>
      <PageHeader above={<BackTo to={back} name={lineTitle} />} title={words.title} />
      <Form method="post" className="grid w-full max-w-xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={planSummary(refused?.errors ?? {})} />
        {!open && <Notice severity="warn" title="Ce n’est plus possible à cette étape" />}
        <p>{words.text}</p>
        {employer !== undefined && (
          <TextField
            name="employeur"
            label="Employeur facilitateur"
            hint="Le nom de la famille qui signe pour tous ses employeurs."
            value={employer}
            refused={refused}
            maxLength={200}
            autoComplete="off"
          />
        )}
        {words.word !== null && <Word words={words.word} needed={words.wordNeeded} refused={refused} />}
        <Button wide variant={words.danger ? 'danger' : 'primary'} disabled={!open}>
          {words.button}
        </Button>
        <LinkButton to={back} variant="quiet">
          Ne rien changer
        </LinkButton>
      </Form>
    </>
  );
}

function Word({ words, needed, refused }: { words: string; needed: boolean; refused: Refused | undefined }) {
  const error = refused?.errors.mot;
  return (
    <Field id="mot" label={words} optional={!needed} errors={error === undefined ? [] : [error]}>
      {(control) => (
        <textarea
          {...control}
          name="mot"
          rows={3}
          maxLength={500}
          required={needed}
          defaultValue={refused?.typed.mot ?? ''}
        />
      )}
    </Field>
  );
}
