import { plural } from '#app/time/french.ts';
import { Action, Frame, Paragraph } from './layout.tsx';
import type { Template } from './template.ts';

export const expiryDigest: Template<'expiry-digest'> = {
  subject: ({ lines, more }) => `Bientôt à renouveler : ${plural(lines.length + more, 'certificat', 'certificats')}`,
  preview: ({ lines }) => lines[0] ?? '',
  Body: ({ props, links, greeting }) => (
    <Frame title="Bientôt à renouveler" home={links.home} greeting={greeting} relais={props.relais}>
      <Paragraph>Dans vos relais, ces certificats finissent dans les mois qui viennent :</Paragraph>
      {props.lines.map((line) => (
        <Paragraph key={line}>– {line}</Paragraph>
      ))}
      {props.more > 0 && <Paragraph>Et {plural(props.more, 'autre', 'autres')}.</Paragraph>}
      <Action href={links.to('/animation/echeances')}>Voir les échéances</Action>
    </Frame>
  ),
};
