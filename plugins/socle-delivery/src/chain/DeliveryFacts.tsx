import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  JsonValue,
  refPath,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import {
  FactValue,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { ReactNode } from 'react';
import { OperationCell } from '../apps/OperationCell';
import { PatternCell } from '../apps/PatternCell';
import { RevisionCell } from '../apps/RevisionCell';
import { SyncCell } from '../apps/SyncCell';
import { usePatternWords } from '../apps/use-pattern-words';
import { argoSources, fluxSource } from '../facts/delivery-facts';
import { factAt, textAt } from '../facts/read-fact';
import { socleDeliveryTranslationRef } from '../translation/ref';
import styles from './chain.module.css';

type Facts = Record<string, JsonValue>;

/** What Argo CD or Flux says of what it delivers. What cannot be read is left to the chain below to say. */
export function DeliveryFacts(props: { of: ResourceRef }) {
  const api = useApi(socleApiRef);
  const { of } = props;
  const { data } = useLive({
    key: `facts ${refPath(of)}`,
    load: signal => api.getResource(of, { signal }),
  });
  if (!data) {
    return null;
  }
  if (of.kind === 'Application') {
    return <OfApplication facts={data.facts} />;
  }
  return fluxSource(data.facts) ? <OfFlux facts={data.facts} /> : null;
}

function OfApplication(props: { facts: Facts }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const wordsOf = usePatternWords();
  const { facts } = props;
  return (
    <dl className={styles.facts}>
      <Fact label={t('apps.pattern')}>
        <PatternCell facts={facts} />
        <div>{wordsOf(facts).reason}</div>
      </Fact>
      <Fact label={t('apps.sources')}>
        <FactValue name="sources" value={argoSources(facts)} />
      </Fact>
      <Fact label={t('apps.project')}>
        <FactValue name="project" value={facts.project} />
      </Fact>
      <Fact label={t('apps.destination')}>
        <FactValue
          name="namespace"
          value={factAt(facts, 'destination', 'namespace')}
        />
      </Fact>
      <Fact label={t('apps.sync')}>
        <SyncCell facts={facts} />
      </Fact>
      <Fact label={t('apps.revision')}>
        <RevisionCell revision={textAt(facts, 'revision')} />
      </Fact>
      <Fact label={t('apps.operation')}>
        <OperationCell facts={facts} />
      </Fact>
    </dl>
  );
}

function OfFlux(props: { facts: Facts }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { facts } = props;
  return (
    <dl className={styles.facts}>
      <Fact label={t('flux.source')}>
        <FactValue name="source" value={fluxSource(facts)} />
      </Fact>
      <Fact label={t('flux.path')}>
        <FactValue name="url" value={facts.url} />
      </Fact>
      <Fact label={t('flux.revision')}>
        <RevisionCell revision={textAt(facts, 'revision')} />
      </Fact>
      <Fact label={t('flux.interval')}>
        <FactValue name="interval" value={facts.interval} />
      </Fact>
      <Fact label={t('flux.suspended')}>
        <FactValue name="suspend" value={facts.suspend === true} />
      </Fact>
    </dl>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
