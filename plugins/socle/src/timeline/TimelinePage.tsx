import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  Freshness,
  LiveContent,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useSearchParams } from 'react-router-dom';
import { socleTranslationRef } from '../translation/ref';
import { TransitionList } from './TransitionList';

const HOUR_MILLISECONDS = 3_600_000;
const PERIODS = { hour: 1, day: 24, week: 168 } as const;
type Period = keyof typeof PERIODS;
const PERIOD_NAMES: Period[] = ['hour', 'day', 'week'];

function periodOf(text: string | null): Period {
  return PERIOD_NAMES.find(name => name === text) ?? 'day';
}

/** What changed, and when. */
export function TimelinePage({ cluster }: { cluster?: string }) {
  const { t } = useTranslationRef(socleTranslationRef);
  const api = useApi(socleApiRef);
  const [params, setParams] = useSearchParams();
  const period = periodOf(params.get('period'));
  const live = useLive({
    key: `timeline ${cluster} ${period}`,
    load: signal =>
      api.getTimeline(
        {
          cluster,
          from: new Date(
            Date.now() - PERIODS[period] * HOUR_MILLISECONDS,
          ).toISOString(),
        },
        { signal },
      ),
  });
  const setPeriod = (next: string) =>
    setParams(
      before => {
        const edited = new URLSearchParams(before);
        edited.set('period', next);
        return edited;
      },
      { replace: true },
    );

  return (
    <>
      <div>
        <ToggleButtonGroup
          aria-label={t('timeline.period')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[period]}
          onSelectionChange={keys =>
            [...keys].forEach(key => setPeriod(String(key)))
          }
        >
          {PERIOD_NAMES.map(name => (
            <ToggleButton key={name} id={name} size="small">
              {t(`timeline.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <Freshness
        sources={live.data?.sources}
        refreshedAt={live.refreshedAt}
        error={live.error}
      />
      <LiveContent live={live} lines={12}>
        {answer => (
          <TransitionList
            transitions={answer.items}
            empty={t('timeline.none')}
          />
        )}
      </LiveContent>
    </>
  );
}
