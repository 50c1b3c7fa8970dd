import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FeedCandidate } from '../../../contract/domain/feed.ts';
import { Button } from '../../components/button.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { subscribe } from './add-store.ts';

interface CandidateProps {
  readonly candidate: FeedCandidate;
  readonly isOnly: boolean;
}

function Candidate({ candidate, isOnly }: CandidateProps): ReactNode {
  const { t } = useI18n();
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(candidate.isSubscribed);
  const follow = (): void => {
    setBusy(true);
    const work = subscribe(candidate.feedUrl).then(() => (isOnly ? closeDialog() : setDone(true)));
    inBackground(work.finally(() => setBusy(false)));
  };
  return (
    <li className="candidate">
      <SourceMark name={candidate.title} icon={null} />
      <div className="candidate-what">
        <h3>{candidate.title}</h3>
        <p className="candidate-address">{candidate.entryCount === 0 ? candidate.feedUrl : `${candidate.feedUrl} · ${t.add.entries(candidate.entryCount)}`}</p>
        {candidate.entryCount === 0 && <p className="add-quiet">{t.add.noEntries}</p>}
        {candidate.format === 'page' && <p className="add-quiet">{t.add.isPage}</p>}
        <ul>
          {candidate.sampleTitles.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </div>
      <Button kind={isOnly ? 'primary' : 'plain'} disabled={isDone || isBusy} onClick={follow}>
        {isDone ? t.add.subscribed : t.add.subscribe}
      </Button>
    </li>
  );
}

/** The feeds that were found, each with enough to recognise it by. */
export function Candidates({ candidates }: { readonly candidates: readonly FeedCandidate[] }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      {candidates.length > 1 && <p className="add-quiet">{t.add.several(candidates.length)}</p>}
      <ul className="candidates">
        {candidates.map((candidate) => (
          <Candidate key={candidate.feedUrl} candidate={candidate} isOnly={candidates.length === 1} />
        ))}
      </ul>
    </>
  );
}
