import { type RefObject, useLayoutEffect } from 'react';

/** Where the keyboard goes when what had it is not there any more. */
const messageBox = 'textarea[data-message-box]';

const giveBack = (to: Element | null): void => {
  const has = document.activeElement;
  // Whoever has gone on by now is not called back.
  if (has !== to && has !== null && has !== document.body) return;
  const there = to instanceof HTMLElement && to.isConnected && to !== document.body ? to : null;
  const place = there ?? document.querySelector<HTMLElement>(messageBox);
  // Chromium gives a text its focus back while everything under the dialog still counts as unreachable: what is typed
  // then goes nowhere, until it is given once more.
  place?.blur();
  place?.focus({ preventScroll: true });
};

/**
 * Has a dialog stand over everything else: the keyboard stays in it, begins at `first`, and goes back to where it was. One
 * that is only to be looked at leaves the keyboard where it is.
 */
export const useModal = (place: RefObject<HTMLDialogElement | null>, first: string, looking: boolean): void => {
  useLayoutEffect(() => {
    const dialog = place.current;
    if (looking) {
      dialog?.show();
      return () => dialog?.close();
    }
    const before = document.activeElement;
    dialog?.showModal();
    // What a dialog says at its top is read first: it stays in sight.
    dialog?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    return () => {
      dialog?.close();
      requestAnimationFrame(() => {
        if (!document.querySelector('dialog:modal')) giveBack(before);
      });
    };
  }, [place, first, looking]);
};
