import { useEffect, useRef, useState } from 'react';
import type { Option } from '../../blocks/json.ts';

/** Looks for what fits as one types. An answer that comes after a later one was asked for is not shown. */
export const useLooking = (look: (typed: string) => Promise<Option[]>) => {
  const [typed, type] = useState('');
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly Option[]>([]);
  const [remembered, remember] = useState<readonly Option[]>([]);
  const latest = useRef(look);
  latest.current = look;

  useEffect(() => {
    if (!open) return;
    let wanted = true;
    latest.current(typed).then(
      (options) => {
        if (!wanted) return;
        setFound(options);
        remember((all) => [...all.filter(({ value }) => !options.some((each) => each.value === value)), ...options]);
      },
      () => wanted && setFound([]),
    );
    return () => {
      wanted = false;
    };
  }, [typed, open]);

  return { typed, type, open, setOpen, found, remembered };
};
