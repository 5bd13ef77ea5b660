// Only what `index.tsx` calls; `@types/react-dom` is no dependency of the portal.
declare module 'react-dom/client' {
  import { ReactNode } from 'react';

  const client: {
    createRoot(container: Element): { render(children: ReactNode): void };
  };
  export default client;
}
