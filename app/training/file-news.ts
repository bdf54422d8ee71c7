import type { FileStage } from './file-stage.ts';

/** What a professional is told when her file moves; null: it is the relais's own work. */
export function fileNews({
  stage,
  resumed,
  from,
  word,
}: {
  stage: FileStage;
  resumed: boolean;
  from: FileStage;
  word: string;
}): { news: string; lines: string[] } | null {
  const said = word === '' ? [] : [`Votre relais précise : « ${word} »`];
  if (resumed) {
    const lines = ['Vous comptez de nouveau parmi les inscrites à cette formation.'];
    return { news: 'Votre dossier de formation reprend', lines: [...lines, ...said] };
  }
  switch (stage) {
    case 'FUNDED':
      return {
        news: 'Votre formation est financée',
        lines: ['L’accord de financement est arrivé. Votre relais vous écrit dès que les dates sont fixées.', ...said],
      };
    case 'FROZEN':
      return {
        news: 'Votre dossier de formation est gelé',
        lines: ['Il attend, sans être perdu. Si des places étaient retenues pour vous, elles sont rendues.', ...said],
      };
    case 'POSTPONED':
      return {
        news: 'Votre formation est reportée',
        lines: ['Votre demande reste connue : votre relais vous proposera une autre formation.', ...said],
      };
    case 'CANCELLED':
      return {
        news: 'Votre dossier de formation est annulé',
        lines: ['Votre besoin reste noté. Retirez-le depuis votre espace si vous n’y pensez plus.', ...said],
      };
    case 'GROUPED':
      if (from !== 'CANCELLED') return null;
      return {
        news: 'Votre dossier de formation est rouvert',
        lines: ['Vous faites de nouveau partie du groupe.', ...said],
      };
    case 'WISHED':
    case 'COMPLETE':
    case 'ATTENDED':
    case 'CERTIFIED':
      return null;
  }
}
