import { attribute } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { ADDRESS } from './images.ts';

/** Gives every film and sound of the page its address in `src`: from its sources, a lazy loader's attributes, or a player's. */
export function promoteFilms(document: DomDocument): void {
  for (const player of [...document.querySelectorAll('[data-thumb][data-vid], [type="VideoStream"], [data-poster][data-src]')]) promotePlayer(player);
  for (const film of [...document.querySelectorAll('video, audio')]) promoteSource(film);
}

/** A browser takes the first source that it can play: a file can be kept, a stream's list of parts can't. */
function promoteSource(film: DomElement): void {
  if (attribute(film, 'src').trim() !== '' || attribute(film, 'data-src').trim() !== '') return;
  const sources = [...film.querySelectorAll('source')].map((source) => attribute(source, 'src') || attribute(source, 'data-src')).filter((address) => address.trim() !== '');
  const best = sources.find((address) => !/\.(?:m3u8|mpd)(?:[?#]|$)/i.test(address)) ?? sources[0];
  if (best !== undefined) film.setAttribute('src', best);
}

/** A film that only the site's own script can show: its address and its still picture are in attributes. */
function promotePlayer(player: DomElement): void {
  if (player.localName === 'video' || player.localName === 'iframe' || player.querySelector('video, iframe, img') !== null) return;
  const poster = ['data-thumb', 'data-poster'].map((name) => attribute(player, name)).find((value) => ADDRESS.test(value));
  const source = ['data-src', 'data-file', 'data-url', 'data-vid'].map((name) => attribute(player, name)).find((value) => ADDRESS.test(value) || /^[\w.-]+\.[a-z]{2,}\//i.test(value));
  if (source === undefined) return;
  const video = player.ownerDocument.createElement('video');
  video.setAttribute('src', ADDRESS.test(source) ? source : `https://${source}`);
  if (poster !== undefined) video.setAttribute('poster', poster);
  player.prepend(video);
}
