import { useContext, type CSSProperties, type ReactNode } from 'react';

import type { RelaisWords } from '#app/mail/templates.ts';

import { SurroundContext } from './surround.ts';

/* Tables and inline styles: what mail readers draw alike. Colours of the application's light theme. */
const paper = '#FBF7F0';
const card = '#FFFFFF';
const ink = '#1E2A33';
const soft = '#51606B';
const line = '#E4DCCF';
export const teal = '#0E5A5A';
const wash = '#E2F0EE';
const deep = '#0A4242';
const body = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,Arial,sans-serif";
const heading = "'Bricolage Grotesque',Verdana,Arial,sans-serif";
/** The paper chain, where no picture and no SVG can be relied on. */
const chain = ['#0E5A5A', '#A93A22', '#7A5100', '#2C4A8C', '#9C1C56', '#2B6532', '#6A3D9A'];

const text: CSSProperties = { margin: '0 0 16px', fontFamily: body, fontSize: 17, lineHeight: '26px', color: ink };

type FrameProps = { title: string; home: string; greeting: string; relais: RelaisWords | null; children: ReactNode };

/** What every mail stands in: name, title, greeting, words, whom to ask. */
export function Frame({ title, home, greeting, relais, children }: FrameProps) {
  const { introduction, stop } = useContext(SurroundContext);
  return (
    <Table style={{ backgroundColor: paper }}>
      <td align="center" style={{ padding: '24px 12px' }}>
        <Table style={{ maxWidth: 560 }}>
          <td style={{ padding: '0 4px 12px', fontFamily: heading, fontSize: 22, fontWeight: 700 }}>
            <a href={home} data-skip-in-text style={{ color: teal, textDecoration: 'none' }}>
              Ribambelle
            </a>
          </td>
        </Table>
        <Chain />
        <Table style={{ maxWidth: 560, backgroundColor: card, border: `1px solid ${line}`, borderRadius: 14 }}>
          <td style={{ padding: '24px 20px' }}>
            <h1 style={{ margin: '0 0 16px', fontFamily: heading, fontSize: 26, lineHeight: '31px', color: ink }}>
              {title}
            </h1>
            <Paragraph>{greeting}</Paragraph>
            {introduction !== null && <PlainWords text={introduction} />}
            {children}
          </td>
        </Table>
        <Table style={{ maxWidth: 560 }}>
          <td style={{ padding: '16px 4px 0' }}>
            {relais !== null && <Contact relais={relais} />}
            <Small>Ce message est envoyé automatiquement par Ribambelle.</Small>
            {stop !== null && (
              <Small>
                <TextLink href={stop}>Ne plus recevoir ces messages</TextLink>
              </Small>
            )}
          </td>
        </Table>
      </td>
    </Table>
  );
}

/** A layout table of one row; its child is the row's only cell. */
function Table({ style, children }: { style?: CSSProperties; children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={style}>
      <tbody>
        <tr>{children}</tr>
      </tbody>
    </table>
  );
}

function Chain() {
  return (
    <div data-skip-in-text style={{ maxWidth: 560 }}>
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
        <tbody>
          <tr>
            {chain.map((colour) => (
              <td key={colour} style={{ height: 5, fontSize: 0, lineHeight: '5px', backgroundColor: colour }}>
                {' '}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Contact({ relais }: { relais: RelaisWords }) {
  return (
    <Small>
      Une question ? {relais.name}
      {relais.phone !== null && (
        <>
          ,{' '}
          <span style={{ whiteSpace: 'nowrap' }}>
            <TextLink href={`tel:${relais.phone.replaceAll(/[^\d+]/g, '')}`}>{relais.phone}</TextLink>
          </span>
        </>
      )}
      {relais.email !== null && (
        <>
          , <TextLink href={`mailto:${relais.email}`}>{relais.email}</TextLink>
        </>
      )}
      .
    </Small>
  );
}

/** A link within words. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} style={{ color: teal }}>
      {children}
    </a>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <p style={text}>{children}</p>;
}

/** Text as it was typed: empty lines make paragraphs. */
export function PlainWords({ text: typed }: { text: string }) {
  const parts = typed.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return parts.map((part, index) => (
    <Paragraph key={index}>
      {part.split('\n').map((words, i) => (
        <span key={i}>
          {i > 0 && <br />}
          {words}
        </span>
      ))}
    </Paragraph>
  ));
}

/** A sentence of lesser weight. */
export function Small({ children }: { children: ReactNode }) {
  return <p style={{ ...text, margin: '0 0 12px', fontSize: 15, lineHeight: '22px', color: soft }}>{children}</p>;
}

/** Says what the calendar entry of the mail is for, when it carries one. */
export function EntryNote() {
  const { carriesEntry } = useContext(SurroundContext);
  return carriesEntry && <Small>La pièce jointe ajoute la séance à votre agenda.</Small>;
}

/** The one thing to know, in a coloured block. */
export function Say({ children }: { children: ReactNode }) {
  return (
    <p style={{ ...text, backgroundColor: wash, color: deep, borderRadius: 12, padding: '12px 16px' }}>{children}</p>
  );
}

/** Lines of a name and a value; an empty value leaves its line out. */
export function Facts({ lines }: { lines: readonly (readonly [name: string, value: ReactNode])[] }) {
  const shown = lines.filter(([, value]) => value !== null && value !== '');
  return (
    <div data-facts style={{ margin: '0 0 16px' }}>
      {shown.map(([name, value]) => (
        <div key={name} style={{ ...text, margin: '0 0 4px' }}>
          <span style={{ color: soft }}>{name} : </span>
          {value}
        </div>
      ))}
    </div>
  );
}

/** A deed's link; `quiet` for the lesser of two. */
export function Action({ href, quiet = false, children }: { href: string; quiet?: boolean; children: ReactNode }) {
  const style: CSSProperties = {
    display: 'inline-block',
    padding: '13px 22px',
    borderRadius: 14,
    border: `2px solid ${teal}`,
    backgroundColor: quiet ? card : teal,
    color: quiet ? teal : '#FFFFFF',
    fontFamily: heading,
    fontSize: 18,
    fontWeight: 700,
    textDecoration: 'none',
  };
  return (
    <p style={{ margin: '0 0 16px' }}>
      <a href={href} style={style}>
        {children}
      </a>
    </p>
  );
}
