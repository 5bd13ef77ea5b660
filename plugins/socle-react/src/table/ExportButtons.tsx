import {
  alertApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { socleApiRef } from '../api/api-ref';
import { ExportFormat, ExportView, ResourceQuery } from '../api/socle-api';
import { saveBlob } from './save-blob';
import { socleReactTranslationRef } from '../translation/ref';

/**
 * Exports what a table shows, of all pages. By fetch and not by a link: a navigation carries no token.
 * @public
 */
export function ExportButtons(props: {
  view: ExportView;
  query: ResourceQuery;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const api = useApi(socleApiRef);
  const alerts = useApi(alertApiRef);
  const [busy, setBusy] = useState<ExportFormat>();

  const run = async (format: ExportFormat) => {
    setBusy(format);
    try {
      const { limit, offset, ...query } = props.query;
      saveBlob(
        await api.export(props.view, format, query),
        `${props.view}.${format}`,
      );
    } catch (error) {
      alerts.post({
        message: t('state.exportFailed', { message: String(error) }),
        severity: 'error',
        display: 'transient',
      });
    } finally {
      setBusy(undefined);
    }
  };

  return (
    <>
      {(['csv', 'json'] as const).map(format => (
        <Button
          key={format}
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine />}
          isDisabled={busy === format}
          aria-label={t(
            format === 'csv' ? 'table.exportCsv' : 'table.exportJson',
          )}
          onPress={() => run(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </>
  );
}
