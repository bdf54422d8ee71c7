import type { Cast } from '#tests/integration/routes/cast.ts';
import { at } from '#tests/integration/enrollment/world.ts';

/** What an address names, in more than one table; `at(0, place.ams)` is the cast's `am`. */
export const session = ({ place }: Cast) => ({ id: place.sessionId });
export const activity = ({ place }: Cast) => ({ id: place.activityId });
export const relais = ({ slug }: Cast) => ({ slug });
export const professional = ({ place }: Cast) => ({ id: at(0, place.ams).personId });
export const offer = ({ offerId }: Cast) => ({ id: offerId });
export const material = ({ asking }: Cast) => ({ id: asking.materialId });
export const certificateFile = ({ record }: Cast) => ({ file: `${record.certificateId}.pdf` });
export const analysis = ({ cohorts }: Cast) => ({ id: cohorts.analyseActivityId });
export const analysisGroup = ({ cohorts }: Cast) => ({ id: cohorts.analyseId });
export const askedSession = ({ askedSessionId }: Cast) => ({ id: askedSessionId });
export const nothing = () => ({ id: '00000000-0000-4000-8000-000000000000' });
