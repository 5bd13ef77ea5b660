import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Handle, Node, NodeProps, Position } from '@xyflow/react';
import { Link } from 'react-router-dom';
import { HealthMark, markOfEnd } from '../health/health-mark';
import { HealthShape } from '../health/HealthShape';
import { useWhyInLabel } from '../reasons/use-why-in-label';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './chain.module.css';
import { ChainBox } from './drawn-chain';
import { useNodeLabel } from './use-node-label';

/** The data of a drawn box. */
export interface BoxData extends Record<string, unknown> {
  box: ChainBox;
  href?: string;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
}

/** A box as the drawing library knows it. */
export type BoxNode = Node<BoxData, 'box'>;

/** A heading over a column. */
export type HeadingNode = Node<{ title: string }, 'heading'>;

/** One box: a link to the resource, or a button that opens the group. */
export function ChainBoxNode(props: NodeProps<BoxNode>) {
  const { box, href, onOpen, onFocus } = props.data;
  const { t } = useTranslationRef(socleReactTranslationRef);
  const labelOf = useNodeLabel();
  const whyOf = useWhyInLabel();
  const [node] = box.nodes;
  const isGroup = box.nodes.length > 1;
  const mark: HealthMark = isGroup ? 'healthy' : markOfEnd(node);
  const shared = {
    className: `${styles.box} nopan`,
    'data-mark': mark,
    'data-break': box.isBreak,
    onFocus: () => onFocus(box.id),
    // The drawing library takes pointers off nodes that it need not handle itself.
    style: { pointerEvents: 'all' } as const,
  };
  const number = String(box.nodes.length);
  const isCode = mark !== 'healthy' && node.state === 'present';
  const content = (
    <>
      <span className={styles.boxKind}>
        <span className={styles.boxKindName}>
          {isGroup ? t(`health.${mark}`) : node.ref.kind}
        </span>
        <HealthShape mark={mark} />
      </span>
      <span className={styles.boxName}>
        {isGroup
          ? t('chain.group', { number, kind: node.ref.kind })
          : node.ref.name}
      </span>
      {!isGroup && (
        // Codes are English everywhere; what is healthy or not there has no code worth showing.
        <span className={styles.boxWhy} lang={isCode ? 'en' : undefined}>
          {isCode ? node.health.reason : t(`health.${mark}`)}
        </span>
      )}
    </>
  );
  const title = [node.ref.name, whyOf(node.health)].filter(Boolean).join('\n');
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        className={styles.handle}
        isConnectable={false}
      />
      {!isGroup && href ? (
        <Link {...shared} to={href} title={title} aria-label={labelOf(node)}>
          {content}
        </Link>
      ) : (
        <button
          {...shared}
          type="button"
          title={isGroup ? undefined : title}
          aria-label={
            isGroup
              ? t('chain.expandGroup', { number, kind: node.ref.kind })
              : labelOf(node)
          }
          onClick={() => isGroup && onOpen(box.id)}
        >
          {content}
        </button>
      )}
      <Handle
        type="source"
        position={Position.Right}
        className={styles.handle}
        isConnectable={false}
      />
    </>
  );
}

/** The title of a rank. */
export function ChainHeadingNode(props: NodeProps<HeadingNode>) {
  return <div className={styles.heading}>{props.data.title}</div>;
}
