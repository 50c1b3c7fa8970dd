import type { Facts } from '../facts.ts';
import { addressIn, numberIn, quoted, subjectIn, unlessPlanned } from '../facts.ts';
import { pluralForm } from '../forms.ts';
import type { Messages } from '../messages.ts';

const rules = pluralForm('en');
const soon = (f: Facts): string => unlessPlanned(f, 'Try again in a few minutes.');

/** Each kind of error as an English sentence: what happened, to what, what to do. */
export const enErrors: Messages['errors'] = {
  'bad-address': (f: Facts) => `${quoted(addressIn(f)) ?? 'This'} is not a web address. Check it and try again.`,
  offline: () => 'This computer has no network. Saved articles can still be read; Docbao updates when the network is back.',
  'host-unreachable': (f) => `Could not reach ${subjectIn(f) ?? 'the server'}: there is no such host, or nothing answers there. Check the address.`,
  tls: (f) => `The connection to ${subjectIn(f) ?? 'the server'} is not safe: its certificate is not valid. Docbao fetched nothing from it.`,
  timeout: (f) =>
    `Could not fetch ${subjectIn(f) ?? 'this page'}: no answer${numberIn(f, 'seconds', (s) => ` within ${s} ${rules.select(s) === 'one' ? 'second' : 'seconds'}`)}.${soon(f)}`,
  'too-large': (f) => `${subjectIn(f) ?? 'This file'} is larger than Docbao accepts.`,
  'too-many-redirects': (f) => `${subjectIn(f) ?? 'This page'} redirects in circles and leads nowhere.`,
  'forbidden-address': (f) => `${subjectIn(f) ?? 'This source'} points into the local network. Docbao does not go there.`,
  'access-denied': (f) => `${subjectIn(f) ?? 'The server'} does not let Docbao see this page. Open it in the browser if you have an account.`,
  'not-found': (f) => `${subjectIn(f) ?? 'The server'} has no such page. The address may have changed.`,
  gone: (f) => `${subjectIn(f) ?? 'This source'} has ended for good. You can unfollow it; starred articles stay.`,
  busy: (f) => `${subjectIn(f) ?? 'The server'} is overloaded.${unlessPlanned(f, 'Docbao tries again later.')}`,
  'http-status': (f) => `${subjectIn(f) ?? 'The server'} is in trouble and sent no page.${soon(f)}`,
  'broken-transfer': (f) => `The connection to ${subjectIn(f) ?? 'the server'} broke in the middle.${soon(f)}`,
  'not-a-feed': (f) => `${subjectIn(f) ?? 'This address'} is not a feed. Try the address of the site’s front page.`,
  'broken-feed': (f) => `The feed of ${subjectIn(f) ?? 'this site'} is broken and can’t be read.${unlessPlanned(f, 'Docbao tries again at the next update.')}`,
  'no-feed-found': (f) => `No feed was found at ${subjectIn(f) ?? 'this address'}. You can save the page as an article.`,
  'no-article': (f) => `No article was found in ${subjectIn(f) ?? 'this page'}.`,
  walled: (f) => `${subjectIn(f) ?? 'This page'} asks for a log-in or a consent before it can be read. Open the original to see it.`,
  'unsupported-type': (f) =>
    addressIn(f) === null
      ? 'Docbao can’t read this type of file yet. It reads .txt, .md and .html.'
      : `${subjectIn(f) ?? 'The server'} sent a type of file that Docbao can’t read yet.`,
  'file-unreadable': (f) => `Could not open ${subjectIn(f) ?? 'this file'}. Check that it is still there and that you may read it.`,
  'file-unwritable': (f) => `Could not write ${subjectIn(f) ?? 'this file'}. Choose another place, or check that you may write there.`,
  'no-such-item': () => 'This is no longer in the library.',
  library: () => 'The library can’t be used: another Docbao holds it, a newer version wrote it, or it is damaged. Close or update Docbao, then try again.',
  'disk-full': () => 'The disk is full. Make some room and try again; nothing saved is lost.',
  cancelled: () => 'Stopped, as you asked.',
  'bad-request': () => 'Docbao did not understand this request.',
  internal: () => 'Something went wrong in Docbao. Try again; if it goes on, close Docbao and open it again.',
};
