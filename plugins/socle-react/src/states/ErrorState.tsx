import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { socleReactTranslationRef } from '../translation/ref';

function statusOf(error: Error): number | undefined {
  return (error as { statusCode?: number }).statusCode;
}

/** The backend's own words, without the frame that `ResponseError` puts around them. */
function wordsOf(error: Error): string {
  const body = (error as { body?: { error?: { message?: string } } }).body;
  return body?.error?.message ?? error.message;
}

/**
 * Says that something could not be read and why, with a way to try again.
 * @public
 */
export function ErrorState(props: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { error, onRetry } = props;
  const status = statusOf(error);
  if (status === 403 || status === 401) {
    return <Alert status="info" icon title={t('state.notPermitted')} />;
  }
  return (
    <Alert
      status={status === 404 ? 'info' : 'danger'}
      icon
      title={t(status === 404 ? 'state.notFound' : 'state.errorTitle')}
      description={wordsOf(error)}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('state.retry')}
          </Button>
        )
      }
    />
  );
}
