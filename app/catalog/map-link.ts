/** A map of a place on OpenStreetMap: its point when known, else a search for its address; null without either. */
export function mapLink(place: {
  latitude: number | null;
  longitude: number | null;
  address: string;
  commune: string | null;
}) {
  const { latitude, longitude, address, commune } = place;
  if (latitude !== null && longitude !== null) {
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
  }
  const query = [address, commune].filter((part) => part !== null && part !== '').join(', ');
  return address === '' ? null : `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`;
}
