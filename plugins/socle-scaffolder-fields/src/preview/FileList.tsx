import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Flex, Text } from '@backstage/ui';
import { PreviewFile } from '../api/socle-scaffolder-api';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';
import styles from './preview.module.css';

/** Files with their content; the first is open. */
export function FileList({ files }: { files: readonly PreviewFile[] }) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  return (
    <section aria-label={t('preview.files')}>
      <Text variant="body-small" color="secondary">
        {t('preview.count', { count: files.length })}
      </Text>
      {files.map(({ path, content, why, state }, index) => (
        <details key={path} open={index === 0} className={styles.file}>
          <summary>
            <Flex align="center" gap="2" style={{ display: 'inline-flex' }}>
              <code>{path}</code>
              {state === 'same' && <Badge>{t('preview.same')}</Badge>}
            </Flex>
          </summary>
          <Text as="p" variant="body-small" color="secondary">
            {why}
          </Text>
          <pre className={styles.content} aria-label={path}>
            {content}
          </pre>
        </details>
      ))}
    </section>
  );
}
