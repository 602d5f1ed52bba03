import { useEffect, useRef, useState } from 'react';
import type { Option } from '../../blocks/json.ts';

/** What was found for something typed; `trouble` says why nothing could be looked for. */
type Found = { typed: string; options: readonly Option[]; trouble: string };

/** Looks for what fits as one types. An answer that comes after a later one was asked for is not shown. */
export const useLooking = (look: (typed: string) => Promise<readonly Option[]>) => {
  const [typed, type] = useState('');
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const [remembered, remember] = useState<readonly Option[]>([]);
  const latest = useRef(look);
  latest.current = look;

  useEffect(() => {
    if (!open) return;
    let wanted = true;
    latest.current(typed).then(
      (options) => {
        if (!wanted) return;
        setFound({ typed, options, trouble: '' });
        remember((all) => [...all.filter(({ value }) => !options.some((each) => each.value === value)), ...options]);
      },
      (error: unknown) =>
        wanted && setFound({ typed, options: [], trouble: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [typed, open]);

  return {
    typed,
    type,
    open,
    setOpen,
    options: found?.options ?? [],
    trouble: found?.typed === typed ? found.trouble : '',
    /** What is shown does not belong to what is typed yet. */
    looking: open && found?.typed !== typed,
    remembered,
  };
};
