/** Whether an image is one of these repositories, whatever registry or proxy it comes through. */
export function runs(image: string, own: readonly string[]): boolean {
  const repository = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return own.some(
    name => repository === name || repository.endsWith(`/${name}`),
  );
}
