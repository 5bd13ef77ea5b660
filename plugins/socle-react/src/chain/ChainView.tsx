import {
  alertApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Switch, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { Chain, ResourceRef } from '@socle/backstage-plugin-socle-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { socleApiRef } from '../api/api-ref';
import { useResourceHref } from '../routing/use-resource-href';
import { EmptyState } from '../states/EmptyState';
import { socleReactTranslationRef } from '../translation/ref';
import { ChainBreakNote } from './ChainBreakNote';
import { ChainDrawing } from './ChainDrawing';
import { ChainList } from './ChainList';
import styles from './chain.module.css';

/**
 * A chain with its break named above it, as a drawing or as a list; which of the two is kept in the address.
 * @public
 */
export function ChainView(props: {
  chain: Chain;
  /** Where the chain starts, for the export. */
  start: ResourceRef;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const api = useApi(socleApiRef);
  const alerts = useApi(alertApiRef);
  const hrefOf = useResourceHref();
  const [params, setParams] = useSearchParams();
  const [collapse, setCollapse] = useState(true);
  const { chain, start } = props;
  const form = params.get('form') === 'list' ? 'list' : 'drawing';

  const setForm = (next: string) =>
    setParams(
      before => {
        const edited = new URLSearchParams(before);
        if (next === 'list') {
          edited.set('form', next);
        } else {
          edited.delete('form');
        }
        return edited;
      },
      { replace: true, preventScrollReset: true },
    );

  const copyMermaid = async () => {
    try {
      const blob = await api.export(chain.view, 'mmd', { ref: start });
      await navigator.clipboard.writeText(await blob.text());
      alerts.post({
        message: t('chain.copied'),
        severity: 'success',
        display: 'transient',
      });
    } catch (error) {
      alerts.post({
        message: t('chain.notCopied', { message: String(error) }),
        severity: 'error',
        display: 'transient',
      });
    }
  };

  if (chain.nodes.length === 0) {
    return <EmptyState>{t('chain.empty')}</EmptyState>;
  }
  return (
    <div className={styles.view}>
      <ChainBreakNote chain={chain} hrefOf={hrefOf} />
      <div className={styles.bar}>
        <ToggleButtonGroup
          aria-label={t('chain.view')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[form]}
          onSelectionChange={keys =>
            [...keys].forEach(key => setForm(String(key)))
          }
        >
          <ToggleButton id="drawing" size="small">
            {t('chain.drawing')}
          </ToggleButton>
          <ToggleButton id="list" size="small">
            {t('chain.list')}
          </ToggleButton>
        </ToggleButtonGroup>
        {form === 'drawing' && (
          <Switch
            label={t('chain.collapse')}
            isSelected={collapse}
            onChange={setCollapse}
          />
        )}
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiFileCopyLine />}
          onPress={copyMermaid}
        >
          {t('chain.mermaid')}
        </Button>
      </div>
      {form === 'drawing' ? (
        <ChainDrawing chain={chain} collapse={collapse} hrefOf={hrefOf} />
      ) : (
        <ChainList chain={chain} hrefOf={hrefOf} />
      )}
    </div>
  );
}
