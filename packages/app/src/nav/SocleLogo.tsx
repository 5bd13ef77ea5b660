/** A base of three courses; the word stands beside it where there is room. */
export function SocleLogo(props: { withWord: boolean }) {
  return (
    <svg
      role="img"
      aria-label="Socle"
      height="28"
      viewBox={props.withWord ? '0 0 104 32' : '0 0 32 32'}
    >
      <path fill="#9cc9ff" d="M13 4h6v6h-6zM9.5 12h13v6h-13zM5 20h22v8H5z" />
      {props.withWord && (
        <text
          x="38"
          y="24"
          fill="#ffffff"
          fontFamily="system-ui, sans-serif"
          fontSize="22"
          fontWeight="600"
        >
          Socle
        </text>
      )}
    </svg>
  );
}
