import { describe, expect, it } from 'vitest';
import { parseLaunchArguments } from '../../../main/app/launch-arguments.ts';

const parse = (...args: string[]) => parseLaunchArguments(args, '/home/an');

describe('parseLaunchArguments', () => {
  it('opens a window when nothing is asked', () => {
    expect(parse()).toEqual({ mode: 'window', cliArguments: [], libraryFolder: null, isHidden: false, deepLinks: [] });
  });

  it('hides where the system starts it at login, and never a command', () => {
    expect(parse('--hidden')).toMatchObject({ mode: 'window', isHidden: true });
    expect(parse('--hidden', 'sync')).toMatchObject({ mode: 'cli', isHidden: false });
  });

  it('passes over switches of Chromium', () => {
    expect(parse('--no-sandbox', '--user-data-dir=/tmp/x', '--inspect=0').mode).toBe('window');
  });

  it('takes a library folder in both spellings, relative to the working folder', () => {
    expect(parse('--library', 'news').libraryFolder).toBe('/home/an/news');
    expect(parse('--library=/data/news/').libraryFolder).toBe('/data/news');
    expect(parse('--library').libraryFolder).toBeNull();
    expect(parse('--library=').libraryFolder).toBeNull();
  });

  it('gives the command line everything from its command on, and its global options before it', () => {
    const request = parse('--no-sandbox', '--library', 'news', '--json', 'sync', '--feed', '3');
    expect(request.mode).toBe('cli');
    expect(request.cliArguments).toEqual(['--library', 'news', '--json', 'sync', '--feed', '3']);
    expect(request.libraryFolder).toBe('/home/an/news');
  });

  it('does not take the value of --library for a command', () => {
    expect(parse('--library', 'sync').mode).toBe('window');
  });

  it('leaves a word that is no command, and a call for help, to the command line', () => {
    expect(parse('fetch').cliArguments).toEqual(['fetch']);
    expect(parse('--help').cliArguments).toEqual(['--help']);
  });

  it('gathers deep links, and only those', () => {
    expect(parse('docbao://subscribe?url=https://a.vn/rss', '--json').deepLinks).toEqual([
      'docbao://subscribe?url=https://a.vn/rss',
    ]);
  });
});
