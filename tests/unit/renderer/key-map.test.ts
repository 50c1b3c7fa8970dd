import { describe, expect, it } from 'vitest';
import { isCharacterKey, isIncomplete, isReserved, keyMapOf, ownerOf, withKey, withUsualKeys, withoutKey, workingKeys } from '../../../renderer/app/key-map.ts';
import { keyParts } from '../../../renderer/app/key-name.ts';

const commands = [
  { id: 'next', keys: ['j', 'mod+arrowdown'] },
  { id: 'previous', keys: ['k'] },
  { id: 'sync', keys: ['r', 'f5'] },
];

describe('a key', () => {
  it('falls into its parts', () => {
    expect(keyParts('mod+shift+a')).toEqual(['mod', 'shift', 'a']);
    expect(keyParts('j')).toEqual(['j']);
    expect(keyParts('mod++')).toEqual(['mod', '+']);
    expect(keyParts('+')).toEqual(['+']);
  });

  it('is a character key where it writes something by itself', () => {
    expect(['j', 'shift+a', '?', '1', 'đ'].filter(isCharacterKey)).toHaveLength(5);
    expect(['f5', 'mod+k', 'alt+a', 'space', 'mod++'].filter(isCharacterKey)).toEqual([]);
  });

  it('is not complete while only a modifier is down, or an input method is at work', () => {
    expect(['shift+shift', 'mod+control', 'dead', 'process'].filter(isIncomplete)).toHaveLength(4);
    expect(isIncomplete('mod+k')).toBe(false);
  });

  it('that means something everywhere can be given to nothing', () => {
    expect(isReserved('escape')).toBe(true);
    expect(isReserved('mod+c')).toBe(true);
    expect(isReserved('j')).toBe(false);
  });
});

describe('the map of keys', () => {
  it('is the usual one until something is chosen', () => {
    expect(keyMapOf(commands, {}).get('next')).toEqual(['j', 'mod+arrowdown']);
    expect(ownerOf(keyMapOf(commands, {}), 'f5')).toBe('sync');
    expect(ownerOf(keyMapOf(commands, {}), 'x')).toBeNull();
  });

  it('gives a key to one command alone', () => {
    const choices = withKey(keyMapOf(commands, {}), {}, 'previous', 'j');
    const map = keyMapOf(commands, choices);
    expect(map.get('previous')).toEqual(['k', 'j']);
    expect(map.get('next')).toEqual(['mod+arrowdown']);
    expect(ownerOf(map, 'j')).toBe('previous');
  });

  it('keeps a choice where a later version gives that key to another command', () => {
    const later = [...commands, { id: 'new', keys: ['x', 'y'] }];
    const map = keyMapOf(later, { next: ['x'] });
    expect(map.get('next')).toEqual(['x']);
    expect(map.get('new')).toEqual(['y']);
  });

  it('takes a key away, down to the last', () => {
    let choices = withoutKey(keyMapOf(commands, {}), {}, 'sync', 'r');
    choices = withoutKey(keyMapOf(commands, choices), choices, 'sync', 'f5');
    expect(keyMapOf(commands, choices).get('sync')).toEqual([]);
  });

  it('gives one command its usual keys back, from whoever has them', () => {
    const taken = withKey(keyMapOf(commands, {}), {}, 'previous', 'j');
    const map = keyMapOf(commands, withUsualKeys(commands, taken, 'next'));
    expect(map.get('next')).toEqual(['j', 'mod+arrowdown']);
    expect(map.get('previous')).toEqual(['k']);
  });

  it('works without character keys where they are switched off', () => {
    const map = workingKeys(keyMapOf(commands, {}), false);
    expect(map.get('next')).toEqual(['mod+arrowdown']);
    expect(map.get('sync')).toEqual(['f5']);
    expect(workingKeys(keyMapOf(commands, {}), true).get('next')).toEqual(['j', 'mod+arrowdown']);
  });
});
