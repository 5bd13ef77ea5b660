import { IconElement } from '@backstage/frontend-plugin-api';
import { HeaderTab, PluginHeader } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './page.module.css';

/**
 * A page with its header. Pages draw their header themselves so that titles and tabs can be translated.
 * @public
 */
export function PageFrame(props: {
  title: string;
  titleLink?: string;
  icon?: IconElement;
  tabs?: HeaderTab[];
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <PluginHeader
        title={props.title}
        titleLink={props.titleLink}
        icon={props.icon}
        tabs={props.tabs}
        customActions={props.actions}
      />
      <main className={styles.content}>{props.children}</main>
    </>
  );
}

/** @public A part of a page with its heading. */
export function Section(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={props.title}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{props.title}</h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
