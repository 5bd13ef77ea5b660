import {
  Link,
  Sidebar,
  SidebarDivider,
  SidebarItem,
  SidebarSpace,
  useSidebarOpenState,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { SocleLogo } from './SocleLogo';
import { navTranslationRef } from './translation';
import { useDocumentLanguage } from './use-document-language';

const HOME = 'page:socle';
const SETTINGS = 'page:user-settings';

/** The pages in their order, with the key of their title. */
const PAGES = [
  [HOME, 'platform'],
  ['page:socle-storage', 'storage'],
  ['page:socle-data-services', 'dataServices'],
  ['page:socle-delivery', 'delivery'],
  ['page:catalog', 'catalog'],
  ['page:api-docs', 'apis'],
  ['page:techdocs', 'docs'],
  ['page:scaffolder', 'create'],
  ['page:search', 'search'],
] as const;

/** Pages that are reached from others and need no entry. */
const UNLISTED = ['page:catalog-graph', 'page:auth'];

/** The content of the sidebar. Pages that are not known here follow under their own title. */
export function PortalNav(props: NavContentComponentProps) {
  const { t } = useTranslationRef(navTranslationRef);
  useDocumentLanguage();
  const items = props.navItems.clone();
  UNLISTED.forEach(id => items.take(id));
  const home = items.take(HOME);
  const settings = items.take(SETTINGS);
  return (
    <Sidebar>
      <Logo href={home?.href ?? '/'} label={t('home')} />
      <SidebarDivider />
      {PAGES.map(([id, key]) => (
        <Item
          key={id}
          item={id === HOME ? home : items.take(id)}
          text={t(key)}
        />
      ))}
      {items.rest().map(item => (
        <Item key={item.node.spec.id} item={item} text={item.title} />
      ))}
      <SidebarSpace />
      <SidebarDivider />
      <Item item={settings} text={t('settings')} />
    </Sidebar>
  );
}

function Item(props: { item: NavContentNavItem | undefined; text: string }) {
  const { item, text } = props;
  return item ? (
    <SidebarItem to={item.href} icon={() => item.icon} text={text} />
  ) : null;
}

function Logo(props: { href: string; label: string }) {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to={props.href}
      underline="none"
      aria-label={props.label}
      style={{
        display: 'flex',
        alignItems: 'center',
        height: 56,
        paddingLeft: 20,
      }}
    >
      <SocleLogo withWord={isOpen} />
    </Link>
  );
}
