import { dayPlain } from '#app/time/french.ts';
import type { FileStage } from './file-stage.ts';
import type { FileFacts } from './next-step.ts';

/** Where her need stands, said to her: "Regroupée dans « Gestes de premiers secours », dossier complet". */
export function herStanding(title: string, stage: FileStage): string {
  const inIt = `Regroupée dans « ${title} »`;
  switch (stage) {
    case 'WISHED':
      return `Proposée pour « ${title} »`;
    case 'GROUPED':
      return `${inIt}, dossier à compléter`;
    case 'COMPLETE':
      return `${inIt}, dossier complet`;
    case 'FUNDED':
      return `${inIt}, formation financée`;
    case 'FROZEN':
      return `${inIt}, dossier gelé`;
    case 'POSTPONED':
      return `« ${title} » : reportée`;
    case 'CANCELLED':
      return `« ${title} » : dossier annulé`;
    case 'ATTENDED':
      return `« ${title} » : formation suivie`;
    case 'CERTIFIED':
      return `« ${title} » : attestation remise`;
  }
}

/** What comes next for her, or what she has to do. */
export function herNextStep({ stage, line, filesDueOn, dates }: FileFacts, today: string): string {
  if (line === 'CANCELLED') return 'La formation est annulée. Votre besoin reste noté.';
  if (line === 'POSTPONED') return 'La formation est reportée : une autre date sera cherchée.';
  const begins =
    dates && dates.first >= today ? `Elle commence le ${dayPlain(dates.first, { reference: today })}.` : null;
  switch (stage) {
    case 'WISHED':
      return 'Votre relais vous appellera pour confirmer.';
    case 'GROUPED':
      return filesDueOn === null
        ? 'Un de vos employeurs signe le dossier : votre relais vous l’explique.'
        : `Un de vos employeurs signe le dossier, avant le ${dayPlain(filesDueOn, { reference: today })}.`;
    case 'COMPLETE':
      return begins ?? 'Votre relais attend l’accord de financement.';
    case 'FUNDED':
      return begins ?? 'Votre relais vous écrit dès que les dates sont fixées.';
    case 'FROZEN':
      return 'Votre dossier attend, sans être perdu.';
    case 'POSTPONED':
      return 'Votre relais vous proposera une autre formation.';
    case 'CANCELLED':
      return 'Votre besoin reste noté.';
    case 'ATTENDED':
      return 'Votre attestation arrive.';
    case 'CERTIFIED':
      return 'Elle est dans votre parcours.';
  }
}
