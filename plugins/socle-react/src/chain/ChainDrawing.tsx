import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiAddLine, RiFullscreenLine, RiSubtractLine } from '@remixicon/react';
import {
  Chain,
  formatRef,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import {
  Edge,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { socleReactTranslationRef } from '../translation/ref';
import {
  BoxNode,
  ChainBoxNode,
  ChainHeadingNode,
  HeadingNode,
} from './ChainBoxNode';
import styles from './chain.module.css';
import { DrawnChain, drawnChain } from './drawn-chain';
import { BOX_HEIGHT, BOX_WIDTH, ChainLayout, layoutChain } from './layout';
import { useRankTitle } from './use-rank-title';
import { firstViewport, firstZoom } from './viewport';

const NODE_TYPES = { box: ChainBoxNode, heading: ChainHeadingNode };
/** The library's hints tell of moving and deleting, which is not possible here. */
const NO_HINTS = {
  'node.a11yDescription.default': '',
  'node.a11yDescription.keyboardDisabled': '',
  'edge.a11yDescription.default': '',
};
const MARGIN = 16;
const CONTROLS_HEIGHT = 32;
const MIN_HEIGHT = 180;
const MAX_HEIGHT = 560;

interface ChainDrawingProps {
  chain: Chain;
  collapse: boolean;
  hrefOf: (ref: ResourceRef) => string | undefined;
}

/** A chain drawn from left to right in the direction of dependence. */
export function ChainDrawing(props: ChainDrawingProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow(props: ChainDrawingProps) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { chain, collapse, hrefOf } = props;
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  // Known before the first picture, so that nothing jumps.
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(frame.current?.clientWidth ?? 0), []);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  const drawn = useMemo(
    () => drawnChain(chain, { collapse, opened }),
    [chain, collapse, opened],
  );
  const layout = useMemo(() => layoutChain(drawn), [drawn]);

  const open = useCallback(
    (id: string) => setOpened(before => new Set([...before, id])),
    [],
  );
  const show = useCallback(
    (id: string) => {
      const place = layout.places.get(id);
      const { x, zoom } = flow.getViewport();
      const left = place ? place.x * zoom + x : 0;
      if (place && (left < 0 || left + BOX_WIDTH * zoom > width)) {
        flow.setCenter(place.x + BOX_WIDTH / 2, layout.height / 2, { zoom });
      }
    },
    [flow, layout, width],
  );

  const titleOf = useRankTitle();
  const nodes = useMemo(
    () => [
      ...headingNodes(layout, titleOf),
      ...boxNodes(drawn, layout, { hrefOf, open, show }),
    ],
    [drawn, layout, titleOf, hrefOf, open, show],
  );
  const edges = useMemo(
    () => arrowEdges(drawn, t('chain.dependsOn')),
    [drawn, t],
  );
  const drawnHeight = layout.height * firstZoom(layout, width);
  const height = Math.min(
    MAX_HEIGHT,
    Math.max(MIN_HEIGHT, drawnHeight + 2 * MARGIN + 2 * CONTROLS_HEIGHT),
  );
  const first = chain.nodes.at(0);

  return (
    <div
      ref={frame}
      className={styles.frame}
      style={{ height }}
      role="group"
      aria-label={t('chain.label', {
        first: first ? formatRef(first.ref) : '',
      })}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        minZoom={0.25}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        ariaLabelConfig={NO_HINTS}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        attributionPosition="bottom-left"
        onInit={instance =>
          instance.setViewport(
            firstViewport(drawn, layout, {
              width: frame.current?.clientWidth ?? 0,
              height,
            }),
          )
        }
      />
      <div className={styles.zoom}>
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label={t('chain.zoomIn')}
          icon={<RiAddLine />}
          onPress={() => flow.zoomIn()}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label={t('chain.zoomOut')}
          icon={<RiSubtractLine />}
          onPress={() => flow.zoomOut()}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label={t('chain.fit')}
          icon={<RiFullscreenLine />}
          onPress={() => flow.fitView({ maxZoom: 1, padding: 0.04 })}
        />
      </div>
    </div>
  );
}

function headingNodes(
  layout: ChainLayout,
  titleOf: (title: string) => string,
): HeadingNode[] {
  return layout.headings.map(({ titles, x }) => ({
    id: `heading:${x}`,
    type: 'heading',
    position: { x, y: 0 },
    data: { title: titles.map(titleOf).join(' / ') },
    width: BOX_WIDTH,
    height: 18,
  }));
}

function boxNodes(
  drawn: DrawnChain,
  layout: ChainLayout,
  uses: {
    hrefOf: (ref: ResourceRef) => string | undefined;
    open: (id: string) => void;
    show: (id: string) => void;
  },
): BoxNode[] {
  return drawn.boxes.map(box => ({
    id: box.id,
    type: 'box',
    position: layout.places.get(box.id) ?? { x: 0, y: 0 },
    width: BOX_WIDTH,
    height: BOX_HEIGHT,
    data: {
      box,
      href: uses.hrefOf(box.nodes[0].ref),
      onOpen: uses.open,
      onFocus: uses.show,
    },
  }));
}

function arrowEdges(drawn: DrawnChain, dependsOn: string): Edge[] {
  const names = new Map(
    drawn.boxes.map(({ id, nodes: [{ ref }, ...more] }) => [
      id,
      more.length > 0 ? `${more.length + 1} × ${ref.kind}` : formatRef(ref),
    ]),
  );
  return drawn.arrows.map(arrow => {
    const colour = arrow.broken
      ? 'var(--bui-fg-negative)'
      : 'var(--bui-border-2)';
    return {
      id: arrow.id,
      ariaLabel: `${names.get(arrow.from)} ${dependsOn} ${names.get(arrow.to)}`,
      source: arrow.from,
      target: arrow.to,
      focusable: false,
      label: arrow.broken ? '✕' : undefined,
      labelStyle: { fill: colour, fontWeight: 600 },
      labelBgStyle: { fill: 'var(--bui-bg-neutral-1)' },
      style: {
        stroke: colour,
        strokeWidth: arrow.broken ? 3 : 1.5,
        strokeDasharray: arrow.broken ? '7 5' : undefined,
      },
      markerEnd: {
        type: MarkerType.ArrowClosed,
        color: colour,
        markerUnits: 'userSpaceOnUse',
        width: 16,
        height: 16,
      },
    };
  });
}
