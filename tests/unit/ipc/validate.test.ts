import { describe, expect, it } from 'vitest';
import { FIRST_CHANNELS } from '../../../contract/ipc/channels.ts';
import { requestSchemas } from '../../../contract/ipc/schemas.ts';
import { validRequest } from '../../../main/ipc/validate.ts';

describe('validRequest', () => {
  it.each(FIRST_CHANNELS)('lets %s pass as its schema would, and nothing more with it', async (channel) => {
    expect(requestSchemas[channel].safeParse(undefined).success).toBe(true);
    expect(await validRequest(channel, undefined)).toBeUndefined();
    await expect(validRequest(channel, { more: true })).rejects.toMatchObject({ kind: 'bad-request' });
  });

  it('answers in the order of the requests, the first ones too', async () => {
    const answered: number[] = [];
    await Promise.all([1, 2, 3].map(async (id) => answered.push((await validRequest('articles:get', { id })).id)));
    expect(answered).toEqual([1, 2, 3]);
  });
});
