import { deliverText, type TextOffice } from '#app/mail/deliverText.server.ts';
import { openGateway } from '#app/mail/openGateway.server.ts';
import { openPush } from '#app/mail/openPush.server.ts';
import { requeueTexts } from '#app/mail/requeueTexts.server.ts';
import type { Settings } from './environment.ts';
import type { Task } from './task.ts';

let office: TextOffice | undefined;

/** One text message or notification; throws when trying later may help. */
export const deliverTextTask: Task = async (payload, { now, settings }) => {
  const id: unknown = Reflect.get(Object(payload), 'textId');
  if (typeof id !== 'string') throw new TypeError('a deliver-text job has a textId');
  office ??= openOffice(settings);
  await deliverText(id, office, now());
};

/** Those whose hour has come. */
export const sweepTextsTask: Task = async (_, { now }) => void (await requeueTexts(now()));

function openOffice({ appUrl, sessionSecret, mailFrom, sms }: Settings): TextOffice {
  if (sessionSecret === null) throw new Error('SESSION_SECRET is settled before any job runs');
  const [, address = mailFrom] = /<([^<>]+)>/.exec(mailFrom) ?? [];
  const contact = appUrl.startsWith('https:') ? appUrl : `mailto:${address}`;
  const push = openPush({ secret: sessionSecret, appUrl, contact });
  return { appUrl, secret: sessionSecret, gateway: sms && openGateway(sms), push };
}
