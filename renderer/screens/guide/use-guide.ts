import { useEffect, useState } from 'react';
import type { DeviceView } from '../../../core/view.ts';
import { askStart } from '../../device/calls.ts';
import type { Draft } from '../start/draft.ts';
import { nearest } from '../start/turnover.ts';
import { type GuideStep, guideStep, type Where } from './guide-step.ts';
import { type Progress, progressAfter } from './progress.ts';

export interface GuideState {
  /** What to say; null while nobody follows. */
  step: GuideStep | null;
  /** When the surgery is planned that the guide goes by, HH:MM; null where none is left today. */
  planned: string | null;
  /** Begins, or begins again; null where there is no demo team to show it with. */
  begin: (() => void) | null;
  leave: () => void;
}

/** Follows from where the kiosk stands, in this window, for as long as somebody wants it. */
export const useGuide = (view: DeviceView | null, where: Where, draft: Draft): GuideState => {
  const [progress, setProgress] = useState<Progress>('off');
  const isOn = progress !== 'off' && view?.demo === true;
  const planned = usePlanned(isOn && where === 'start');
  const step =
    isOn && view !== null
      ? guideStep({
          ...{ view, where },
          // Where no surgery is planned any more, a shift change shows it as well.
          chosen: draft.team.length > 0 && (draft.kind === 'surgery' || planned === null),
          planned: planned !== null,
          over: progress === 'near' || progress === 'over',
        })
      : null;
  const now = step === null ? progress : progressAfter(progress, step.says);
  if (now !== progress) setProgress(now);
  return {
    ...{ step, planned },
    begin: view?.demo === true ? () => setProgress('on') : null,
    leave: () => setProgress('off'),
  };
};

/** The surgery that nobody has begun and whose card is in sight, since the list begins with what is on about now. */
const usePlanned = (isAsked: boolean): string | null => {
  const [planned, setPlanned] = useState<string | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    let over = false;
    askStart().then(
      ({ schedule }) => {
        if (!over)
          setPlanned(nearest(schedule, new Date(), 'surgery', Number.POSITIVE_INFINITY)?.time ?? null);
      },
      () => {
        // Then it goes by faces.
      },
    );
    return () => {
      over = true;
    };
  }, [isAsked]);
  return planned;
};
