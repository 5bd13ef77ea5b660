import { formatAge, formatExact } from './age';
import { useLanguage } from './use-language';
import { useNow } from './use-now';

/** A cluster's clock a little ahead of the reader's must not read as the future. */
const SKEW_MILLISECONDS = 60_000;

function isClockSkew(at: number, now: number): boolean {
  return at > now && at - now < SKEW_MILLISECONDS;
}

/**
 * A time as its age, kept up to date, with the exact time on hover.
 * @public
 */
export function RelativeTime(props: { at: string | number }) {
  const language = useLanguage();
  const at = typeof props.at === 'number' ? props.at : Date.parse(props.at);
  const now = useNow(5_000);
  if (Number.isNaN(at)) {
    return <span>{String(props.at)}</span>;
  }
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatExact(at, language)}
      style={{ whiteSpace: 'nowrap' }}
    >
      {formatAge(at, isClockSkew(at, now) ? at : now, language)}
    </time>
  );
}
