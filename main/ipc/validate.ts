import { FIRST_CHANNELS } from '../../contract/ipc/channels.ts';
import type { Channel, RequestOf } from '../../contract/ipc/contract.ts';
import type { requestSchemas } from '../../contract/ipc/schemas.ts';
import { DocbaoError } from '../../contract/domain/result.ts';

type Schemas = typeof requestSchemas;

let loading: Promise<Schemas> | null = null;

/** The schemas of all channels are made once, when a request first needs one: what a window asks first does not wait for them. */
function loadSchemas(): Promise<Schemas> {
  loading ??= import('../../contract/ipc/schemas.ts').then((schemas) => schemas.requestSchemas);
  return loading;
}

/**
 * The request as the contract's schema reads it. Requests that are checked one after another are answered in that order.
 *
 * @throws {DocbaoError} `bad-request` for anything that does not fit
 */
export async function validRequest<C extends Channel>(channel: C, request: unknown): Promise<RequestOf<C>> {
  // Nothing fits where nothing is asked with.
  if (request === undefined && isFirst(channel)) return request;
  const parsed = (await loadSchemas())[channel].safeParse(request);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  const why = issue?.message ?? 'it has the wrong form';
  throw new DocbaoError('bad-request', `The request ${channel} does not fit: ${where === '' ? why : `${where}: ${why}`}`);
}

function isFirst(channel: Channel): boolean {
  return (FIRST_CHANNELS as readonly Channel[]).includes(channel);
}
