import type { Channel, RequestOf } from '../../contract/ipc/contract.ts';
import { requestSchemas } from '../../contract/ipc/schemas.ts';
import { DocbaoError } from '../../contract/domain/result.ts';

/**
 * The request as the contract's schema reads it.
 *
 * @throws {DocbaoError} `bad-request` for anything that does not fit
 */
export function validRequest<C extends Channel>(channel: C, request: unknown): RequestOf<C> {
  const parsed = requestSchemas[channel].safeParse(request);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  const why = issue?.message ?? 'it has the wrong form';
  throw new DocbaoError('bad-request', `The request ${channel} does not fit: ${where === '' ? why : `${where}: ${why}`}`);
}
