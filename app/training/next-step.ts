import { dayPlain, list, plural } from '#app/time/french.ts';
import type { FileStage } from './file-stage.ts';
import type { LineStage } from './line-stage.ts';

/** What the next step of a line depends on. */
export type LineFacts = {
  stage: LineStage;
  /** Those who will come. */
  people: number;
  /** Of whose file nothing is missing. */
  ready: number;
  minPeople: number;
  /** ISO; null: no deadline. */
  filesDueOn: string | null;
  hasOrganisation: boolean;
  hasDuration: boolean;
  /** "Sophie Lefèvre"; those who may validate it. */
  validators: readonly string[];
  /** First and last day, ISO; null: not dated. */
  dates: { first: string; last: string } | null;
};

/** The one thing to do next for a line, as a French sentence. */
export function lineNextStep(facts: LineFacts, today: string): string {
  switch (facts.stage) {
    case 'DRAFT':
      return prepare(facts);
    case 'RETURNED':
      return 'Revoir ce qui est demandé, puis proposer de nouveau à la validation';
    case 'SUBMITTED':
      return facts.validators.length === 0
        ? 'À valider par la responsable de service'
        : `À valider par ${list(facts.validators, 'ou')}`;
    case 'VALIDATED':
      return lackOfFiles(facts, today) ?? 'Fixer les dates avec l’organisme';
    case 'SCHEDULED':
      return beforeIt(facts, today);
    case 'HELD':
      return 'Remettre les attestations, puis clore la ligne';
    case 'CLOSED':
      return 'Rien : la ligne est close';
    case 'POSTPONED':
      return 'Reprendre la ligne quand une nouvelle date se dessine';
    case 'CANCELLED':
      return 'Rien : la ligne est annulée';
  }
}

function prepare(facts: LineFacts): string {
  const lacking = facts.minPeople - facts.people;
  if (lacking > 0) return `Il manque ${plural(lacking, 'personne', 'personnes')} pour former le groupe`;
  if (!facts.hasOrganisation) return 'Choisir l’organisme';
  if (!facts.hasDuration) return 'Indiquer la durée';
  return 'Proposer la ligne à la validation';
}

/** "Il manque 2 dossiers complets avant le 12 janvier"; null: there are enough. */
function lackOfFiles({ ready, minPeople, filesDueOn }: LineFacts, today: string): string | null {
  const lacking = minPeople - ready;
  if (lacking <= 0) return null;
  const words = plural(lacking, 'dossier complet', 'dossiers complets');
  if (filesDueOn === null) return `Il manque ${words}`;
  if (filesDueOn < today) return `Il manque ${words}, attendus le ${dayPlain(filesDueOn, { reference: today })}`;
  return `Il manque ${words} avant le ${dayPlain(filesDueOn, { reference: today })}`;
}

function beforeIt(facts: LineFacts, today: string): string {
  const { dates } = facts;
  if (dates === null) return 'Fixer de nouvelles dates';
  if (dates.last < today) return 'Relever les présences';
  if (dates.first <= today) return 'La formation est en cours : émarger chaque demi-journée';
  return lackOfFiles(facts, today) ?? `La formation commence le ${dayPlain(dates.first, { reference: today })}`;
}

export type FileFacts = {
  stage: FileStage;
  line: LineStage;
  filesDueOn: string | null;
  dates: { first: string; last: string } | null;
};

/** The one thing to do next for a person's file, as a French sentence. */
export function fileNextStep({ stage, line, filesDueOn, dates }: FileFacts, today: string): string {
  if (line === 'CANCELLED' && stage !== 'CANCELLED') return 'La formation est annulée';
  switch (stage) {
    case 'WISHED':
      return 'Confirmer qu’elle veut en être';
    case 'GROUPED':
      return filesDueOn === null
        ? 'Réunir son dossier : un employeur facilitateur signe'
        : `Réunir son dossier avant le ${dayPlain(filesDueOn, { reference: today })} : un employeur facilitateur signe`;
    case 'COMPLETE':
      return 'Attendre l’accord de financement';
    case 'FUNDED':
      return funded(line, dates, today);
    case 'FROZEN':
      return 'Gelé : le reprendre quand ce sera possible';
    case 'POSTPONED':
      return 'Reporté : la placer dans une autre formation, ou reprendre';
    case 'CANCELLED':
      return 'Annulé';
    case 'ATTENDED':
      return 'Remettre l’attestation';
    case 'CERTIFIED':
      return 'Terminé';
  }
}

function funded(line: LineStage, dates: FileFacts['dates'], today: string): string {
  if (dates === null) return 'Attendre les dates';
  if (line === 'HELD' || line === 'CLOSED') return 'Absente aux séances : reporter ou annuler son dossier';
  if (dates.last < today) return 'Relever les présences';
  if (dates.first <= today) return 'La formation est en cours';
  return `Venir le ${dayPlain(dates.first, { reference: today })}`;
}
