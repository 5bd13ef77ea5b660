import { Fragment } from 'react';
import { formatAge, formatExact, formatMoment } from './age';
import { useLanguage } from './use-language';
import { useNow } from './use-now';

const TIME = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)/;

/**
 * A sentence of the engine, whose times are in UTC and to the second, with these as the reader's clock shows them; the
 * exact time and the age are on hover.
 * @public
 */
export function TextWithTimes({ text }: { text: string }) {
  const language = useLanguage();
  const now = useNow(60_000);
  return (
    <>
      {text.split(TIME).map((part, index) => {
        const at = index % 2 === 1 ? Date.parse(part) : NaN;
        return Number.isNaN(at) ? (
          <Fragment key={index}>{part}</Fragment>
        ) : (
          <time
            key={index}
            lang={language}
            dateTime={part}
            title={`${formatExact(at, language)} · ${formatAge(
              at,
              now,
              language,
            )}`}
            style={{ whiteSpace: 'nowrap' }}
          >
            {formatMoment(at, now, language)}
          </time>
        );
      })}
    </>
  );
}
