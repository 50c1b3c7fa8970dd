import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autostartEntry, autostartFile, setAutostart } from '../../../main/app/autostart.ts';

describe('the start at login', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docbao-autostart-'));
    file = autostartFile({ XDG_CONFIG_HOME: join(folder, 'config') });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is a file where the desktop looks for it', () => {
    expect(file).toBe(join(folder, 'config', 'autostart', 'docbao.desktop'));
    expect(autostartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/an')).toBe('/home/an/.config/autostart/docbao.desktop');
    expect(autostartFile({}, '/home/an')).toBe('/home/an/.config/autostart/docbao.desktop');
  });

  it('is written, written anew where the command changes, and taken away', () => {
    expect(setAutostart(file, ['/opt/Docbao/docbao', '--hidden'])).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/Docbao/docbao" "--hidden"\n');
    expect(setAutostart(file, ['/opt/khác/docbao', '--hidden'])).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/khác/docbao"');
    expect(setAutostart(file, null)).toBe(true);
    expect(existsSync(file)).toBe(false);
    expect(setAutostart(file, null)).toBe(true);
  });

  it('leaves a file alone that is not ours', () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '[Desktop Entry]\nExec=theirs\n');
    expect(setAutostart(file, ['/opt/docbao'])).toBe(false);
    expect(setAutostart(file, null)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('[Desktop Entry]\nExec=theirs\n');
  });

  it('can not be made to run anything else by a name', () => {
    expect(autostartEntry(['/o p"t/$(x)`y`\\z', '--library', '100%'])).toContain('Exec="/o p\\\\"t/\\\\$(x)\\\\`y\\\\`\\\\\\\\z" "--library" "100%%"\n');
    expect(setAutostart(file, ['/opt/docbao\nExec=evil'])).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  it('says so where it can not be written', () => {
    writeFileSync(join(folder, 'config'), '');
    expect(setAutostart(file, ['/opt/docbao'])).toBe(false);
  });
});
