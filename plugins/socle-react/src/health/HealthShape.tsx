import { ReactNode } from 'react';
import { HealthMark, MARK_COLOUR } from './health-mark';

const LINE = {
  fill: 'none',
  stroke: 'var(--bui-bg-neutral-1)',
  strokeWidth: 2,
  strokeLinecap: 'round',
} as const;

/** One shape per mark, told apart without colour. */
const SHAPES: Record<HealthMark, (colour: string) => ReactNode> = {
  healthy: colour => (
    <>
      <circle cx="8" cy="8" r="7" fill={colour} />
      <path d="M4.8 8.2 7 10.4l4.2-4.6" {...LINE} />
    </>
  ),
  progressing: colour => (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke={colour} strokeWidth="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill={colour} />
    </>
  ),
  degraded: colour => (
    <>
      <path d="M8 1 15.4 14.5H.6z" fill={colour} />
      <path d="M8 6v3.6M8 12v.1" {...LINE} />
    </>
  ),
  failed: colour => (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill={colour} />
      <path d="m5.4 5.4 5.2 5.2M10.6 5.4l-5.2 5.2" {...LINE} />
    </>
  ),
  absent: colour => (
    <>
      <path
        d="M5 1.8h6L14.2 5v6L11 14.2H5L1.8 11V5z"
        fill="none"
        stroke={colour}
        strokeWidth="1.8"
        strokeDasharray="3 2"
      />
      <path d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8" {...LINE} stroke={colour} />
    </>
  ),
  unknown: colour => (
    <>
      <path d="M8 .9 15.1 8 8 15.1.9 8z" fill={colour} />
      <path
        d="M6.4 6.4a1.7 1.7 0 1 1 1.6 2.2v.7M8 11.4v.1"
        {...LINE}
        strokeWidth={1.5}
      />
    </>
  ),
  notRead: colour => (
    <path
      d="M8 1.9 14.1 8 8 14.1 1.9 8z"
      fill="none"
      stroke={colour}
      strokeWidth="1.8"
      strokeDasharray="3 2"
    />
  ),
  paused: colour => (
    <path d="M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" fill={colour} />
  ),
  noState: colour => <path d="M3 7h10v2H3z" fill={colour} />,
  gone: colour => (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke={colour} strokeWidth="2" />
      <path d="m4 12 8-8" {...LINE} stroke={colour} />
    </>
  ),
};

/**
 * The shape of a health, for eyes only: a word stands beside it or in a label.
 * @public
 */
export function HealthShape(props: { mark: HealthMark; size?: number }) {
  const { mark, size = 14 } = props;
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 16 16"
      style={{ flex: 'none' }}
      data-mark={mark}
    >
      {SHAPES[mark](MARK_COLOUR[mark])}
    </svg>
  );
}
