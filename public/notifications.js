/** Shows what the server sends, and opens the page it is about. Keeps nothing, intercepts nothing. */
self.addEventListener('push', (event) => {
  const { title, body, url, id } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag: id, data: { url }, lang: 'fr' }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
