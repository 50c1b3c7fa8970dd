import { INK, circle, group, line, path, print, rect, seeded, sheet, WIDTH } from './ink.ts';

const HEIGHT = 560;

/** The three marks of the list, each over the article that it stands for. */
export function drawMarks(): string {
  const scene =
    rect(0, 0, WIDTH, HEIGHT, INK.cream) +
    group('translate(128 66)', card('whole'), mark('whole')) +
    group('translate(556 66)', card('half'), mark('half')) +
    group('translate(984 66)', card('ring'), mark('ring'));
  return sheet(HEIGHT, '', scene);
}

type Readiness = 'whole' | 'half' | 'ring';

function card(readiness: Readiness): string {
  const random = seeded(19);
  const back = rect(8, 12, 288, 300, INK.ink, 'opacity="0.22" filter="url(#soft)"') + rect(0, 0, 288, 300, '#FFFFFF') + `<rect width="288" height="300" fill="none" stroke="#D9CFBB" stroke-width="2"/>`;
  const head = rect(26, 28, 196, 16, INK.ink) + rect(26, 52, 132, 16, INK.ink);
  if (readiness === 'ring') {
    const ghost = `<rect x="26" y="122" width="236" height="150" fill="none" stroke="${INK.stone}" stroke-width="2.5" stroke-dasharray="3 11" stroke-linecap="round"/>`;
    return back + head + print(26, 86, 236, 2, 14, random, INK.quiet) + ghost;
  }
  const lines = print(26, 206, 110, 6, 13, random) + print(152, 206, 110, 6, 13, random);
  const empty = `<rect x="26" y="86" width="236" height="104" fill="none" stroke="${INK.stone}" stroke-width="2.5" stroke-dasharray="3 11" stroke-linecap="round"/>`;
  return back + head + (readiness === 'whole' ? picture() : empty) + lines;
}

function picture(): string {
  return group(
    'translate(26 86)',
    rect(0, 0, 236, 104, INK.mist),
    circle(182, 30, 14, '#F6E3B4'),
    path('M 0 104 L 0 70 Q 44 22 82 62 Q 120 26 164 66 Q 200 44 236 78 L 236 104 Z', INK.leaf),
    path('M 0 104 L 0 92 Q 60 64 118 90 Q 176 70 236 96 L 236 104 Z', INK.pine),
  );
}

function mark(readiness: Readiness): string {
  const ring = `<circle cx="144" cy="380" r="34" fill="none" stroke="${INK.ink}" stroke-width="7"/>`;
  const stem = line('M 144 318 L 144 330', INK.stone, 3);
  if (readiness === 'whole') return stem + ring + circle(144, 380, 36, INK.ink);
  return readiness === 'half' ? stem + ring + path('M 144 344 A 36 36 0 0 0 144 416 Z', INK.ink) : stem + ring;
}
