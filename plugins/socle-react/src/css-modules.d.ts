// The workspace is one TypeScript program, so this holds for the other frontends as well.
declare module '*.module.css' {
  const classes: { readonly [name: string]: string };
  export default classes;
}
