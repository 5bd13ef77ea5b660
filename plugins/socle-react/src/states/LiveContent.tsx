import { ReactNode, useRef } from 'react';
import { Live } from '../live/use-live';
import { useCausesSettled } from '../reasons/use-cause-of';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';

/**
 * Draws a live answer: the skeleton before the first one, the error where there is none, else the content,
 * which stays while later reads fail (the freshness banner says so).
 * @public
 */
export function LiveContent<T>(props: {
  live: Live<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  const { live, lines, children } = props;
  // What reasons mean is read beside the answer: drawn together, nothing moves when it comes.
  const settled = useCausesSettled();
  // What is drawn stays: in another language, too, its sentences may come a moment later.
  const mayDraw = useRef(false);
  mayDraw.current ||= settled;
  if (live.data !== undefined && mayDraw.current) {
    return <>{children(live.data)}</>;
  }
  if (live.error && live.data === undefined) {
    return <ErrorState error={live.error} onRetry={live.refresh} />;
  }
  return <LoadingState lines={lines} />;
}
