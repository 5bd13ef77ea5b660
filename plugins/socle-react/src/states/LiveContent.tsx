import { ReactNode } from 'react';
import { Live } from '../live/use-live';
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
  if (live.data !== undefined) {
    return <>{children(live.data)}</>;
  }
  if (live.error) {
    return <ErrorState error={live.error} onRetry={live.refresh} />;
  }
  return <LoadingState lines={lines} />;
}
