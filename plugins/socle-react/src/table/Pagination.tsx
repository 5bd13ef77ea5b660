import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import {
  RiArrowLeftDoubleLine,
  RiArrowLeftSLine,
  RiArrowRightDoubleLine,
  RiArrowRightSLine,
} from '@remixicon/react';
import { useLanguage } from '../time/use-language';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './table.module.css';
import { PAGE_SIZES } from './use-table-state';

/**
 * The controls to page through a table. Ours and not those of the design system, whose words are English only.
 * @public
 */
export function Pagination(props: {
  page: number;
  limit: number;
  total: number;
  onPage: (page: number) => void;
  onLimit: (limit: number) => void;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const language = useLanguage();
  const { page, limit, total, onPage, onLimit } = props;
  const last = Math.max(1, Math.ceil(total / limit));
  const number = (value: number) =>
    new Intl.NumberFormat(language).format(value);
  const buttons = [
    ['table.first', 1, page > 1, RiArrowLeftDoubleLine],
    ['table.previous', page - 1, page > 1, RiArrowLeftSLine],
    ['table.next', page + 1, page < last, RiArrowRightSLine],
    ['table.last', last, page < last, RiArrowRightDoubleLine],
  ] as const;
  return (
    <nav className={styles.pages} aria-label={t('table.pages')}>
      <label className={styles.size}>
        {t('table.rows')}
        <select
          value={limit}
          onChange={event => onLimit(Number(event.target.value))}
        >
          {PAGE_SIZES.map(size => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.range} role="status">
        {t('table.page', {
          from: number(total === 0 ? 0 : (page - 1) * limit + 1),
          to: number(Math.min(total, page * limit)),
          total: number(total),
        })}
      </span>
      <span>
        {buttons.map(([label, target, enabled, Icon]) => (
          <ButtonIcon
            key={label}
            size="small"
            variant="tertiary"
            aria-label={t(label)}
            isDisabled={!enabled}
            icon={<Icon size={18} />}
            onPress={() => onPage(target)}
          />
        ))}
      </span>
    </nav>
  );
}
