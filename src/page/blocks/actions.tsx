import type { ReactNode } from 'react';

/** A row of things to press or choose. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="actions">{children}</div>;
