/** Asks the browser to accept notices, then tells the server where to send them. Runs in the browser alone. */
export async function subscribeHere(pushKey: string): Promise<'done' | 'denied' | 'failed'> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied';
    await navigator.serviceWorker.register('/notifications.js', { scope: '/mon-espace/messages' });
    const registration = await navigator.serviceWorker.getRegistration('/mon-espace/messages');
    if (!registration) return 'failed';
    await activated(registration);
    const former = await registration.pushManager.getSubscription();
    await former?.unsubscribe();
    const given = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
    const { endpoint, keys } = given.toJSON();
    const body = new URLSearchParams({ endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' });
    const answer = await fetch('/mon-espace/messages/notifications', { method: 'POST', body, redirect: 'manual' });
    return answer.type === 'opaqueredirect' || answer.ok ? 'done' : 'failed';
  } catch {
    return 'failed';
  }
}

async function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (active || !worker) return;
  await new Promise<void>((done) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') done();
    });
  });
}
