import type { Result } from '../domain/result.ts';
import type { DroppedFiles } from './desktop-contract.ts';
import type { Channel, EventName, IpcEvents, RequestOf, ResponseOf } from './contract.ts';

/** `articles` of `articles:get`. */
type GroupOf<Name extends string> = Name extends `${infer Group}:${string}` ? Group : never;

/** `getSummaries` of `articles:getSummaries`. */
type MethodOf<Name extends string, Group extends string> = Name extends `${Group}:${infer Method}` ? Method : never;

/** One channel as a function: no argument where the request is void; it answers an envelope and never rejects. */
export type ApiMethod<C extends Channel> = C extends 'files:saveDropped'
  ? (dropped: DroppedFiles) => Promise<Result<ResponseOf<C>>>
  : RequestOf<C> extends void
    ? () => Promise<Result<ResponseOf<C>>>
    : (request: RequestOf<C>) => Promise<Result<ResponseOf<C>>>;

/** `libraryChanged` for the event `library:changed`. */
export type ListenerName<E extends EventName> = E extends `${infer Group}:${infer What}`
  ? `${Group}${Capitalize<What>}`
  : never;

/** Subscribes to one event; what it returns ends the subscription. */
type Subscribe<E extends EventName> = (listener: (payload: IpcEvents[E]) => void) => () => void;

/**
 * What a window gets as `window.docbao`: a method for each channel (`docbao.articles.get({ id })`), and a subscription
 * for each event (`docbao.on.libraryChanged(listener)`). Nothing takes the name of a channel.
 */
export type DocbaoApi = {
  readonly [Group in GroupOf<Channel>]: {
    readonly [C in Channel as MethodOf<C, Group>]: ApiMethod<C>;
  };
} & {
  readonly on: { readonly [E in EventName as ListenerName<E>]: Subscribe<E> };
};

/** The part of a channel's name before its colon. */
export function groupOf(channel: Channel): string {
  return channel.slice(0, channel.indexOf(':'));
}

/** The part of a channel's name after its colon. */
export function methodOf(channel: Channel): string {
  return channel.slice(channel.indexOf(':') + 1);
}

/** The name under which `on` offers an event: `sync:progress` is `syncProgress`. */
export function listenerNameOf(event: EventName): string {
  const colon = event.indexOf(':');
  return event.slice(0, colon) + event.charAt(colon + 1).toUpperCase() + event.slice(colon + 2);
}
