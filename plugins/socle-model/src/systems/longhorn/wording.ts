/** `1 copy`, `3 copies`. */
export function copies(count: number): string {
  return count === 1 ? '1 copy' : `${count} copies`;
}

/** A Longhorn message on one line: they carry line breaks, stack traces and several causes joined by `;`. */
export function oneLine(text: string, length = 240): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length - 1)}…` : flat;
}
