import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useRunbookHref } from '../routing/use-runbook-href';
import { socleReactTranslationRef } from '../translation/ref';

/**
 * A link to the runbook of a reason; nothing where there is none.
 * @public
 */
export function RunbookLink(props: { runbook?: string; reason?: string }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const hrefOf = useRunbookHref();
  const href = props.runbook && hrefOf(props.runbook);
  if (!href) {
    return null;
  }
  return (
    <Link
      href={href}
      variant="body-small"
      aria-label={
        props.reason && t('reason.runbookOf', { reason: props.reason })
      }
    >
      {t('reason.runbook')}
    </Link>
  );
}
