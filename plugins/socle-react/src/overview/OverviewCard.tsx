import { ReactNode } from 'react';
import styles from './overview.module.css';

/** @public Cards side by side, as many as the width holds. */
export function CardGrid(props: { children: ReactNode }) {
  return <div className={styles.cards}>{props.children}</div>;
}

/** @public One thing among others on an overview. */
export function OverviewCard(props: { label: string; children: ReactNode }) {
  return (
    <article className={styles.card} aria-label={props.label}>
      {props.children}
    </article>
  );
}

/** @public The first line of a card: what it is, and at the end of the line what is said of that. */
export function CardHead(props: { children: ReactNode }) {
  return <div className={styles.cardHead}>{props.children}</div>;
}

/** @public The heading of a card. */
export function CardTitle(props: { children: ReactNode }) {
  return <h3 className={styles.cardTitle}>{props.children}</h3>;
}

/** @public What is read second: smaller and paler than the rest. */
export function Quiet(props: {
  /** `no` for what the operators say, which is not translated. */
  translate?: 'no';
  children: ReactNode;
}) {
  return (
    <span className={styles.quiet} translate={props.translate}>
      {props.children}
    </span>
  );
}
