import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { socleRouteRef } from '@socle/backstage-plugin-socle-react';
import { Navigate, useLocation } from 'react-router-dom';

/** Leads from the root to the overview. Its path also matches what no other page does. */
export function HomePage() {
  const { pathname } = useLocation();
  const overview = useRouteRef(socleRouteRef)?.();
  return pathname === '/' && overview ? (
    <Navigate to={overview} replace />
  ) : (
    <NotFoundErrorPage />
  );
}
