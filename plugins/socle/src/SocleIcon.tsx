/** Three courses of a base. */
export function SocleIcon() {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 32 32"
      fill="currentColor"
      aria-hidden
    >
      <path d="M13 4h6v6h-6zM9.5 12h13v6h-13zM5 20h22v8H5z" />
    </svg>
  );
}
