/** One document of a file as text, with the line (from 1) that it begins at. */
export interface DocumentText {
  text: string;
  line: number;
}

/** `---` and `...` count as markers only at the start of a line, where no text of a document can be. */
const MARKER = /^(?:---(?=[ \t\r\n]|$)|\.\.\.(?=[ \t\r]*$))/gm;

/**
 * Splits a YAML stream before it is parsed, so that one broken document does not lose the others. Documents of
 * nothing but comments and directives are left out and not counted.
 */
export function splitDocuments(stream: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let from = 0;
  let line = 1;
  const add = (to: number) => {
    const text = stream.slice(from, to);
    if (!isEmpty(text)) {
      documents.push({ text, line });
    }
    line += countLines(text);
  };
  for (const marker of stream.matchAll(MARKER)) {
    add(marker.index);
    from = marker.index + marker[0].length;
  }
  add(stream.length);
  return documents;
}

function isEmpty(text: string): boolean {
  return text
    .split('\n')
    .every(line => /^\s*(#|$)/.test(line) || line.startsWith('%'));
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
